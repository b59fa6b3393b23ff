package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.test.TestClient;
import dev.covet.web.bind.Bind;
import dev.covet.web.http.Content;
import dev.covet.web.http.Ending;
import dev.covet.web.http.Method;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** V1, L1: everything that a request opened is ended once, in lines that name it. */
@ParameterizedClass
@EnumSource(Way.class)
class EndsTest {
  private static final Logger LOG = LoggerFactory.getLogger("dev.covet.front.EndsTest");

  private final Way way;
  private final Trace trace = new Trace();
  private final CountDownLatch last = new CountDownLatch(1);

  EndsTest(Way way) {
    this.way = way;
  }

  /** Opens three things, and answers something that ends. */
  private Response opening(Request request) {
    var scope = Bind.scope(request);
    scope.onClose(last::countDown);
    scope.onClose(trace.closed("first"));
    scope.onClose(trace.closed("second"));
    return Response.text("made").onEnd(_ -> trace.add("ended"));
  }

  private List<String> endings(App app) throws InterruptedException {
    try (var client = way.client(app)) {
      client.get("/");
      assertThat(last.await(10, TimeUnit.SECONDS)).isTrue();
      return trace.taken();
    }
  }

  private App around(Middleware middleware) {
    return Covet.app().use(middleware).get("/", this::opening);
  }

  @Test
  void whatMiddlewareReplacesIsEnded() throws InterruptedException {
    var app =
        around((request, next) -> {
          next.handle(request);
          return Response.text("another");
        });
    assertThat(endings(app)).containsExactly("ended", "closed second", "closed first");
  }

  @Test
  void whatIsDroppedByAFaultIsEnded() throws InterruptedException {
    var app =
        around((request, next) -> {
          next.handle(request);
          throw new IllegalStateException("after the handler");
        });
    assertThat(endings(app)).containsExactly("ended", "closed second", "closed first");
  }

  @Test
  void whatIsAskedForTwiceIsEndedTwice() throws InterruptedException {
    var app =
        around((request, next) -> {
          next.handle(request);
          return next.handle(request);
        });
    assertThat(endings(app))
        .containsExactlyInAnyOrder(
            "ended", "ended", "closed second", "closed first", "closed second", "closed first");
  }

  @Test
  void aTargetThatMiddlewareRewritesLosesNoScope() throws InterruptedException {
    var app =
        Covet.app()
            .use((request, next) -> next.handle(request.withTarget("/new?a=b")))
            .get("/new", this::opening);
    assertThat(endings(app)).containsExactly("ended", "closed second", "closed first");
  }

  @Test
  void aRewrittenTargetHasItsOwnRouteQueryAndPathValues() {
    var app =
        Covet.app()
            .use((request, next) ->
                request.path().startsWith("/old")
                    ? next.handle(
                        request.withTarget("/new/" + request.parameters().first("id") + "?a=b"))
                    : next.handle(request))
            .get("/old/{id}", _ -> Response.text("old"))
            .get(
                "/new/{name}",
                request ->
                    Response.text(
                        request.pathValues().get("name") + " " + request.parameters().first("a")));
    try (var client = way.client(app)) {
      assertThat(client.get("/old/1?id=7").text()).isEqualTo("7 b");
      assertThat(client.get("/new/8?a=c").text()).isEqualTo("8 c");
    }
  }

  @Test
  void whatAMountedAppOpensIsEndedWhateverBecomesOfItsAnswer() throws InterruptedException {
    var app =
        Covet.app()
            .use((request, next) -> {
              next.handle(request);
              throw new IllegalStateException("after the mount");
            })
            .mount("/", Covet.app().get("/", this::opening));
    assertThat(endings(app)).containsExactly("ended", "closed second", "closed first");
  }

  @Test
  void aCloserThatThrowsKeepsNothingOpenAndItsLineNamesTheRequest() throws InterruptedException {
    var app =
        Covet.app()
            .get(
                "/",
                request -> {
                  var scope = Bind.scope(request);
                  scope.onClose(last::countDown);
                  scope.onClose(trace.closed("first"));
                  scope.onClose(() -> {
                    throw new IOException("no");
                  });
                  return Response.text("made")
                      .onEnd(_ -> {
                        throw new IllegalArgumentException("neither");
                      })
                      .onEnd(_ -> trace.add("ended"));
                });
    try (var lines = new LogLines("dev.covet.app.RunningApp")) {
      try (var client = way.client(app)) {
        var answer = client.request(Method.GET, "/").header("X-Request-Id", "throws-" + way).send();
        assertThat(answer.text()).isEqualTo("made");
        assertThat(last.await(10, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(trace.taken()).containsExactly("ended", "closed first");
      assertThat(lines.of("throws-" + way)).hasSize(1);
      assertThat(lines.of("throws-" + way).getFirst().getThrowableProxy()).isNotNull();
    }
  }

  @Test
  void linesOfAStreamAndOfClosersNameTheRequest() throws InterruptedException {
    var app =
        Covet.app()
            .get(
                "/",
                request -> {
                  Bind.scope(request).onClose(last::countDown);
                  Bind.scope(request).onClose(() -> LOG.info("closing"));
                  return Response.of(
                          200, "text/plain", new Content.Stream(-1, _ -> LOG.info("writing")))
                      .onEnd(_ -> LOG.info("ending"));
                });
    try (var lines = new LogLines("dev.covet.front.EndsTest")) {
      try (var client = way.client(app)) {
        client.request(Method.GET, "/").header("X-Request-Id", "lines-" + way).send();
        assertThat(last.await(10, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(lines.of("lines-" + way).stream().map(each -> each.getFormattedMessage()))
          .containsExactly("writing", "ending", "closing");
    }
  }

  @Test
  void theFaultOfAStreamThatBreaksOffNamesTheRequestAndSaysThatSomethingWasStored()
      throws InterruptedException {
    var app =
        Covet.app()
            .get(
                "/",
                request -> {
                  Bind.scope(request).onClose(last::countDown);
                  request.context().committed();
                  return Response.of(200, "text/plain", new Content.Stream(-1, EndsTest::breakOff));
                });
    try (var lines = new LogLines("dev.covet.web.server.carrier.Exchange")) {
      try (var client = TestClient.of(app).http1()) {
        var asked = client.request(Method.GET, "/").header("X-Request-Id", "stored-" + way);
        assertThatThrownBy(asked::send).isInstanceOf(AssertionError.class);
        assertThat(last.await(10, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(LogLines.values(lines.of("stored-" + way).getFirst()))
          .containsEntry("after_commit", "true");
    }
  }

  private static void breakOff(OutputStream out) throws IOException {
    out.write('x');
    out.flush();
    throw new IOException("the disk is gone");
  }

  /** L1: the head said 200, but the client has no whole answer. */
  @Test
  void theLineOfAStreamThatBreaksOffSaysSo() throws InterruptedException {
    var app =
        Covet.app()
            .get(
                "/",
                request -> {
                  Bind.scope(request).onClose(last::countDown);
                  return Response.of(200, "text/plain", new Content.Stream(-1, EndsTest::breakOff));
                });
    try (var lines = new LogLines("dev.covet.requests")) {
      try (var client = way.client(app)) {
        var asked = client.request(Method.GET, "/").header("X-Request-Id", "broken-" + way);
        assertThatThrownBy(asked::send).isInstanceOf(AssertionError.class);
        assertThat(last.await(10, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(lines.of("broken-" + way)).hasSize(1);
      assertThat(LogLines.values(lines.of("broken-" + way).getFirst()))
          .containsAllEntriesOf(Map.of("status", "500", "sent", "200"));
    }
  }

  @Test
  void anEndThatWasToldIsToldOnce() throws InterruptedException {
    var app =
        around((request, next) -> {
          var made = next.handle(request);
          made.end(Ending.FAILED);
          return made.withHeader("X-A", "b").onEnd(_ -> trace.add("outer"));
        });
    assertThat(endings(app)).containsExactly("ended", "outer", "closed second", "closed first");
  }
}

package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.BadRequest;
import dev.covet.api.Forbidden;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.web.bind.Bind;
import dev.covet.web.http.Content;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.MDC;

/** S2.h.exc, V1: what stands around a route, and what a request opens and closes. */
@ParameterizedClass
@EnumSource(Way.class)
class MiddlewareTest {
  private final Way way;
  private Trace trace = new Trace();

  MiddlewareTest(Way way) {
    this.way = way;
  }

  @BeforeEach
  void freshTrace() {
    trace = new Trace();
  }

  private Response opens(Request request) {
    var scope = Bind.scope(request);
    scope.onClose(trace.closed("first"));
    scope.onClose(trace.closed("second"));
    trace.add("handler");
    return Response.empty(204);
  }

  private App app(Middleware... middleware) {
    return Covet.app()
        .use(middleware)
        .get("/", this::opens)
        .get(
            "/fails",
            request -> {
              opens(request);
              throw new IllegalStateException("after opening");
            })
        .get(
            "/refuses",
            request -> {
              opens(request);
              throw new Forbidden("no");
            });
  }

  @Test
  void middlewareStandsInTheOrderInWhichItIsWrittenAndTheScopeClosesLast() {
    var app = app(trace.middleware("a"), trace.middleware("b")).use(trace.middleware("c"));
    try (var client = way.client(app)) {
      client.get("/");

      assertThat(settled(6 + 3))
          .containsExactly(
              "> a",
              "> b",
              "> c",
              "handler",
              "< c 204",
              "< b 204",
              "< a 204",
              "closed second",
              "closed first");
    }
  }

  /** An answer may reach the client before its request's scope is closed. */
  private List<String> settled(int events) {
    var all = new ArrayList<String>();
    var end = System.nanoTime() + 10_000_000_000L;
    while (all.size() < events && System.nanoTime() < end) {
      all.addAll(trace.taken());
      Thread.onSpinWait();
    }
    return all;
  }

  @Test
  void middlewareSeesWhatFailedAsAnAnswer() {
    try (var client = way.client(app(trace.middleware("a")))) {
      client.get("/fails");
      assertThat(settled(5))
          .containsExactly("> a", "handler", "< a 500", "closed second", "closed first");
      client.get("/refuses");
      assertThat(settled(5))
          .containsExactly("> a", "handler", "< a 403", "closed second", "closed first");
    }
  }

  @Test
  void middlewareSeesWhatNoRouteAnswers() {
    try (var client = way.client(app(trace.middleware("a")))) {
      client.get("/nowhere");
      client.delete("/");
      assertThat(settled(4)).containsExactly("> a", "< a 404", "> a", "< a 405");
    }
  }

  @Test
  void middlewareThatFailsAfterTheHandlerIsToldToThoseFurtherOut() {
    Middleware failing =
        (request, next) -> {
          next.handle(request);
          throw new BadRequest("middleware");
        };
    try (var client = way.client(app(trace.middleware("a"), failing, trace.middleware("b")))) {
      assertThat(client.get("/").status()).isEqualTo(400);
      assertThat(settled(7))
          .containsExactly(
              "> a", "> b", "handler", "< b 204", "< a 400", "closed second", "closed first");
    }
  }

  @Test
  void middlewareMayAnswerInThePlaceOfTheRoute() {
    Middleware closed = (_, _) -> Response.text("closed").withStatus(503);
    try (var client = way.client(app(trace.middleware("a"), closed, trace.middleware("b")))) {
      assertThat(client.get("/").text()).isEqualTo("closed");
      assertThat(settled(2)).containsExactly("> a", "< a 503");
    }
  }

  @Test
  void middlewareSeesTheFaultButTheClientDoesNot() {
    Middleware fault =
        (request, next) -> {
          var response = next.handle(request);
          response.fault().ifPresent(thrown -> trace.add("" + thrown.getMessage()));
          return response;
        };
    try (var client = way.client(app(fault))) {
      assertThat(client.get("/fails").text()).doesNotContain("after opening");
      assertThat(settled(4)).contains("after opening");
    }
  }

  @Test
  void aScopeThatCannotBeClosedChangesNoAnswer() {
    var app =
        Covet.app()
            .get(
                "/",
                request -> {
                  Bind.scope(request).onClose(trace.closed("first"));
                  Bind.scope(request)
                      .onClose(() -> {
                        throw new IllegalStateException("cannot be closed");
                      });
                  return Response.text("fine");
                });
    try (var client = way.client(app)) {
      assertThat(client.get("/").text()).isEqualTo("fine");
      assertThat(settled(1)).containsExactly("closed first");
    }
  }

  @Test
  void whatStreamsIsOpenUntilItsEnd() {
    var app =
        Covet.app()
            .get(
                "/",
                request -> {
                  opens(request);
                  return Response.of(
                      200,
                      "text/plain",
                      new Content.Stream(
                          -1,
                          out -> {
                            trace.add("written");
                            out.write("x".getBytes(StandardCharsets.UTF_8));
                          }));
                });
    try (var client = way.client(app)) {
      assertThat(client.get("/").text()).isEqualTo("x");
      assertThat(settled(4)).containsExactly("handler", "written", "closed second", "closed first");
    }
  }

  /** V1: each request has a scope of its own. */
  @Test
  void noRequestSeesWhatAnotherLeft() {
    var app =
        Covet.app()
            .get(
                "/",
                request -> {
                  var before = String.valueOf(MDC.get("left"));
                  MDC.put("left", "behind");
                  return Response.text(before + " " + System.identityHashCode(Bind.scope(request)));
                });
    try (var client = way.client(app)) {
      var one = client.get("/").text();
      var other = client.get("/").text();

      assertThat(one).startsWith("null ").isNotEqualTo(other);
      assertThat(other).startsWith("null ");
    }
  }
}

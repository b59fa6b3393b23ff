package dev.covet.front;

import static dev.covet.web.http.MiddlewarePlace.NET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.covet.app.Covet;
import dev.covet.web.address.Peer;
import dev.covet.web.http.Content;
import dev.covet.web.http.Ending;
import dev.covet.web.http.Method;
import dev.covet.web.http.Response;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What requests and responses are made of, beside the ordinary. */
@ParameterizedClass
@EnumSource(Way.class)
class RequestPartsTest {
  private final Way way;

  RequestPartsTest(Way way) {
    this.way = way;
  }

  @Test
  void aRequestSaysHowItCame() {
    var app =
        Covet.app()
            .get(
                "/",
                request ->
                    Response.text(
                        "%s %s %s %s"
                            .formatted(
                                request.scheme(),
                                request.authority(),
                                request.protocol(),
                                request.certificate().isPresent())));
    try (var client = way.client(app)) {
      var answer = client.request(Method.GET, "/").header("Host", "shop.example:81").send();
      var protocol = way.isHttp2() ? "HTTP/2" : "HTTP/1.1";
      assertThat(answer.text())
          .isEqualTo("%s shop.example:81 %s false".formatted(way.scheme(), protocol));
    }
  }

  @Test
  void middlewareOfTheNetMayBelieveWhatAProxySays() {
    var client = InetSocketAddress.createUnresolved("192.0.2.7", 1);
    var app =
        Covet.app()
            .use(
                NET,
                (request, next) ->
                    next.handle(
                        request.withPeer(
                            Peer.of(client, request.connectionId()).secured(Optional.empty()))))
            .get("/", it -> Response.text(it.scheme() + " " + it.peer().getHostString()));
    try (var asking = way.client(app)) {
      assertThat(asking.get("/").text()).isEqualTo("https 192.0.2.7");
    }
  }

  @Test
  void aDetachedResponseEndsNothing() {
    var ended = new AtomicInteger();
    var kept = Response.text("kept").onEnd(_ -> ended.incrementAndGet()).detached();
    kept.end(Ending.SENT);

    assertThat(ended).hasValue(0);
    var stream = Response.of(200, "text/plain", new Content.Stream(-1, _ -> {}));
    assertThatIllegalStateException().isThrownBy(stream::detached);
  }
}

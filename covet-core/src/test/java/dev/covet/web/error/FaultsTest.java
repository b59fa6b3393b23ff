package dev.covet.web.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Invalid;
import dev.covet.api.NotFound;
import dev.covet.api.Unavailable;
import dev.covet.base.observe.LoggedFault;
import dev.covet.web.address.Peer;
import dev.covet.web.http.Content;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Headers;
import dev.covet.web.http.Method;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestHead;
import dev.covet.web.http.Response;
import dev.covet.web.message.RequestBody;
import dev.covet.web.middleware.RequestId;
import dev.covet.web.middleware.StandardHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows S2.err.body, S2.err.registry, S0.err.handler, S2.res.headers, D2; H9 of the limits. */
class FaultsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00.5Z"), ZoneOffset.UTC);

  private final Faults faults = new Faults(ErrorMapping.NONE, new Envelope(), CLOCK);

  @Test
  void anErrorIsToldInTheEnvelope() {
    var response = call(_ -> throwing(new NotFound("Hero not found")), request());

    assertThat(response.status()).isEqualTo(404);
    assertThat(text(response))
        .isEqualTo(
            """
            {"error":{"code":"NOT_FOUND","message":"Hero not found","details":[],\
            "request_id":"id-1","timestamp":"2026-01-01T00:00:00Z"}}\
            """);
  }

  @Test
  void everyProblemHasFieldLocationCodeAndReason() {
    var response =
        call(
            _ -> throwing(Invalid.at("items[3].qty", "too_small", "must be at least 1")),
            request());

    assertThat(response.status()).isEqualTo(422);
    assertThat(text(response))
        .contains(
            """
            "details":[{"field":"items[3].qty","location":["body","items",3,"qty"],\
            "code":"too_small","reason":"must be at least 1"}]\
            """);
  }

  @Test
  void problemJsonHasTheSameFacts() {
    var asking = request().withHeader("Accept", "application/problem+json");

    var response =
        call(_ -> throwing(Invalid.at("items[3].q/y", "type", "must be a number")), asking);

    assertThat(response.header("Content-Type")).contains("application/problem+json");
    assertThat(text(response))
        .isEqualTo(
            """
            {"type":"about:blank","title":"Unprocessable Content","status":422,\
            "detail":"Invalid input","code":"VALIDATION_ERROR","request_id":"id-1",\
            "timestamp":"2026-01-01T00:00:00Z","errors":[{"in":"body","pointer":"#/items/3/q~1y",\
            "code":"type","detail":"must be a number"}]}\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/problem+json                                | true
          application/problem+json, */*                           | true
          application/json, application/problem+json              | true
          application/json;q=0.5, application/problem+json;q=0.5  | true
          application/json, application/problem+json;q=0.9        | false
          application/problem+json;q=0                            | false
          application/problem+json;q=0.1, */*                     | false
          application/problem+json;q=0.5, application/*;q=0.4     | true
          application/problem+json;q=0.5, application/*;q=0.6     | false
          application/problem+json, application/json;q=0, */*     | true
          text/x;a="b,c", application/problem+json; q="0.9"       | true
          application/problem+json;charset=utf-8;q=1.000          | true
          application/problem+json;q=2                            | false
          text/x;a="application/problem+json"                     | false
          */*                                                     | false
          application/json                                        | false
          """)
  void problemJsonIsChosenWhenAcceptLikesItNoLess(String accept, boolean asked) {
    assertThat(ProblemJson.isAsked(accept)).isEqualTo(asked);
  }

  @Test
  void aMappingThatThrowsWhatItWasGivenTellsThatAsAFault() {
    var mapping =
        ErrorMapping.NONE.plus(
            IllegalStateException.class,
            thrown -> {
              throw thrown;
            });
    var thrown = new IllegalStateException("password=hunter2");

    var response = new Faults(mapping, new Envelope(), CLOCK).response(request(), thrown);

    assertThat(response.status()).isEqualTo(500);
    assertThat(response.fault()).containsSame(thrown);
  }

  @Test
  void whatNoClientCausedSaysNothingButTheId() {
    var response = call(_ -> throwing(new IllegalStateException("password=hunter2")), request());

    assertThat(response.status()).isEqualTo(500);
    assertThat(text(response)).contains("\"request_id\":\"id-1\"").doesNotContain("hunter2");
    assertThat(response.fault()).containsInstanceOf(IllegalStateException.class);
  }

  @Test
  void aStackOverflowIsA500() {
    assertThat(call(FaultsTest::recurse, request()).status()).isEqualTo(500);
  }

  @Test
  void anErrorOfTheJvmGoesOn() {
    assertThatThrownBy(() -> call(_ -> throwing(new OutOfMemoryError("test")), request()))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void theNearestSupertypeDecidesWhatIsTold() {
    var mapping =
        ErrorMapping.NONE
            .plus(RuntimeException.class, _ -> new NotFound("far"))
            .plus(UncheckedIOException.class, _ -> new Unavailable("near"));
    var mapped = new Faults(mapping, new Envelope(), CLOCK);

    var near = mapped.barrier(_ -> throwing(new UncheckedIOException(new IOException("x"))));
    var far = mapped.barrier(_ -> throwing(new IllegalStateException("y")));

    assertThat(near.handle(request()).status()).isEqualTo(503);
    assertThat(far.handle(request()).status()).isEqualTo(404);
  }

  @Test
  void middlewareFurtherOutAppliesToWhatMiddlewareThrows() {
    var seen = new ArrayList<String>();
    var middleware =
        List.of(named("a", seen), named("b", seen), FaultsTest::refusing, named("c", seen));

    var response = faults.chain(middleware, _ -> Response.text("never")).handle(request());

    assertThat(response.status()).isEqualTo(404);
    assertThat(seen).containsExactly("a in", "b in", "b out 404", "a out 404");
  }

  @Test
  void everyAnswerHasTheStandardHeadersAlsoA500() {
    var middleware = List.<Middleware>of(new RequestId(), new StandardHeaders());

    var response =
        faults.chain(middleware, _ -> throwing(new IllegalStateException())).handle(request());

    assertThat(response.header("X-Request-Id")).contains("id-1");
    assertThat(response.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(response.header("Cache-Control")).contains("no-store");
    assertThat(response.header("Content-Type")).contains("application/json");
  }

  @Test
  void anUnsafeIdIsReplaced() {
    var asking = request().withHeader("X-Request-Id", "a b\u001b[31m");

    var response = faults.chain(List.of(new RequestId()), _ -> Response.text("x")).handle(asking);

    assertThat(response.header("X-Request-Id").orElseThrow()).matches("[A-Za-z0-9_-]{9,}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nSet-Cookie: x=1", "a\nb", "a\u0000b", "a\u0100"})
  void aHeaderThatWouldBreakTheResponseIsA500(String value) {
    var response = call(_ -> Response.text("x").withHeader("X-Name", value), request());

    assertThat(response.status()).isEqualTo(500);
    assertThat(response.headers().has("X-Name")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length", "transfer-encoding", "Connection", "Keep-Alive"})
  void aHandlerCannotSetFraming(String name) {
    assertThat(call(_ -> Response.text("x").withHeader(name, "1"), request()).status())
        .isEqualTo(500);
  }

  @Test
  void aLogLineCannotBeForged() {
    var fault = new IllegalStateException("a\nERROR forged", new IOException("\u001b[2J\u202e"));

    var logged = LoggedFault.of(fault);

    assertThat(logged.getMessage())
        .isEqualTo("java.lang.IllegalStateException: a\\u000aERROR forged");
    assertThat(logged.getCause()).hasMessage("java.io.IOException: \\u001b[2J\\u202e");
    assertThat(logged.getStackTrace()).isEqualTo(fault.getStackTrace());
  }

  /** L1. */
  @Test
  void aLogLineShowsNoPasswordOfAUrl() {
    var fault = new IllegalStateException("no answer from redis://:hunter2@one:6379");
    assertThat(LoggedFault.of(fault)).hasMessageEndingWith("no answer from redis://***@one:6379");
  }

  @Test
  void norByWhatWasSuppressed() {
    var fault = new IllegalStateException("plain");
    fault.addSuppressed(new IOException("a\nb"));
    assertThat(LoggedFault.of(fault).getSuppressed()[0])
        .hasMessage("java.io.IOException: a\\u000ab");
  }

  private Response call(Handler handler, Request request) {
    return faults.barrier(handler).handle(request);
  }

  private static Middleware named(String name, List<String> seen) {
    return (request, next) -> {
      seen.add(name + " in");
      var response = next.handle(request);
      seen.add(name + " out " + response.status());
      return response;
    };
  }

  private static Response refusing(Request request, Handler next) {
    throw new NotFound("refused");
  }

  private static Response throwing(RuntimeException thrown) {
    throw thrown;
  }

  private static Response throwing(Error thrown) {
    throw thrown;
  }

  @SuppressWarnings("InfiniteRecursion") // overflowing the stack is what is tested
  private static Response recurse(Request request) {
    return recurse(request);
  }

  private static Request request() {
    var headers = Headers.of("X-Request-Id", "id-1");
    var peer = InetSocketAddress.createUnresolved("localhost", 1);
    var head =
        RequestHead.of(Method.GET, "/heroes?x=1")
            .headers(headers)
            .peer(Peer.of(peer, "c-1"))
            .build();
    return Request.of(head, RequestBody.none());
  }

  private static String text(Response response) {
    return new String(((Content.Bytes) response.content()).array(), StandardCharsets.UTF_8);
  }
}

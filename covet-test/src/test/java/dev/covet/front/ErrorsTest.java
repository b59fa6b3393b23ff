package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.covet.api.ApiError;
import dev.covet.api.BadRequest;
import dev.covet.api.Conflict;
import dev.covet.api.Forbidden;
import dev.covet.api.Invalid;
import dev.covet.api.JsonValue;
import dev.covet.api.NotFound;
import dev.covet.api.TooManyRequests;
import dev.covet.api.Unauthorized;
import dev.covet.api.Unavailable;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** S0.err.handler, S2.h.exc, S2.err.body, S2.err.map, S2.err.registry, L1: what is thrown. */
@ParameterizedClass
@EnumSource(Way.class)
class ErrorsTest {
  private static final String PROBLEM_JSON = "application/problem+json";

  private final Way way;

  ErrorsTest(Way way) {
    this.way = way;
  }

  private static App throwing(Supplier<? extends Throwable> thrown) {
    return Covet.app().get("/bad", _ -> thrown(thrown.get()));
  }

  @SuppressWarnings("unchecked") // handlers declare nothing, and may throw anything all the same
  private static <E extends Throwable> Response thrown(Throwable thrown) throws E {
    throw (E) thrown;
  }

  /** Acceptance 9. */
  @Test
  void whatNobodyForesawIsA500ThatIsLoggedOnceAndSaysNothing() {
    try (var lines = new LogLines("dev.covet.faults");
        var client = way.client(throwing(() -> new IllegalStateException("secret: hunter2")))) {
      var answer = client.get("/bad");

      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.errorCode()).contains("INTERNAL_ERROR");
      var id = answer.header("X-Request-Id").orElseThrow();
      assertThat(answer.text())
          .contains("\"request_id\":\"" + id + "\"")
          .doesNotContain("hunter2", "IllegalState", "at dev.covet", "ErrorsTest");
      var logged = lines.of(id);
      assertThat(logged).hasSize(1).allMatch(line -> line.getLevel() == Level.ERROR);
      var cause = logged.getFirst().getThrowableProxy();
      assertThat(cause.getMessage()).contains("hunter2");
      assertThat(cause.getStackTraceElementProxyArray())
          .anyMatch(frame -> frame.getStackTraceElement().getClassName().contains("ErrorsTest"));
      assertThat(LogLines.values(logged.getFirst())).containsEntry("path", "/bad");
    }
  }

  @Test
  void aStackOverflowIsTheEndOfItsRequestAlone() {
    var app = throwing(IllegalStateException::new).get("/deep", request -> deeper(request, 0));
    try (var client = way.client(app.get("/ok", _ -> Response.text("ok")))) {
      assertThat(client.get("/deep").status()).isEqualTo(500);
      assertThat(client.get("/ok").text()).isEqualTo("ok");
    }
  }

  @SuppressWarnings("InfiniteRecursion") // on purpose
  private static Response deeper(Request request, int depth) {
    var inner = deeper(request, depth + 1);
    return inner.withHeader("X-Depth", "" + depth);
  }

  @Test
  void everyBuiltInErrorHasItsStatusAndCode() {
    var errors =
        Map.<ApiError, Integer>of(
            new BadRequest("no"),
            400,
            new Unauthorized("no"),
            401,
            new Forbidden("no"),
            403,
            new NotFound("no"),
            404,
            new Conflict("no"),
            409,
            Invalid.at("a", "taken", "no"),
            422,
            new TooManyRequests("no"),
            429,
            new Unavailable("no"),
            503);
    errors.forEach((error, status) -> {
      try (var client = way.client(throwing(() -> error))) {
        var answer = client.get("/bad");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errorCode()).contains(error.code());
        assertThat(answer.header("Cache-Control")).contains("no-store");
      }
    });
  }

  @Test
  void theBodyIsTheOneEnvelope() {
    try (var client = way.client(throwing(() -> Invalid.at("items[3].qty", "taken", "is it")))) {
      var answer = client.request(Method.GET, "/bad").header("X-Request-Id", "abc-1_Z").send();

      assertThat(answer.text())
          .isEqualTo(
              """
              {"error":{"code":"VALIDATION_ERROR","message":"Invalid input","details":[\
              {"field":"items[3].qty","location":["body","items",3,"qty"],"code":"taken","reason":"is it"}],\
              "request_id":"abc-1_Z","timestamp":"2026-01-01T00:00:00Z"}}\
              """);
      assertThat(answer.header("X-Request-Id")).contains("abc-1_Z");
    }
  }

  @Test
  void aConflictNamesItsField() {
    try (var client =
        way.client(throwing(() -> Conflict.at("name", "taken", "is already taken")))) {
      var answer = client.get("/bad");

      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.problems()).containsExactly(problem("taken", "body", "name"));
    }
  }

  /** details.md 4. */
  @Test
  void problemJsonIsForThoseWhoAsk() {
    try (var client = way.client(throwing(() -> Invalid.at("a/b[0]", "taken", "is it")))) {
      var answer =
          client
              .request(Method.GET, "/bad")
              .header("Accept", PROBLEM_JSON)
              .header("X-Request-Id", "r1")
              .send();

      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.header("Content-Type")).contains(PROBLEM_JSON);
      assertThat(answer.text())
          .isEqualTo(
              """
              {"type":"about:blank","title":"Unprocessable Content","status":422,\
              "detail":"Invalid input","code":"VALIDATION_ERROR","request_id":"r1",\
              "timestamp":"2026-01-01T00:00:00Z","errors":[\
              {"in":"body","pointer":"#/a~1b/0","code":"taken","detail":"is it"}]}\
              """);
    }
  }

  @Test
  void problemJsonIsChosenByItsWeight() {
    var accepted =
        Map.of(
            PROBLEM_JSON,
            true,
            "application/json, " + PROBLEM_JSON,
            true,
            "text/html, application/problem+json;q=0.5, application/json;q=0.4",
            true,
            "application/json, application/problem+json;q=0.9",
            false,
            "application/problem+json;q=0",
            false,
            "application/json",
            false,
            "*/*",
            false);
    try (var client = way.client(Covet.app())) {
      accepted.forEach((accept, isProblem) -> {
        var answer = client.request(Method.GET, "/nowhere").header("Accept", accept).send();
        var type = isProblem ? PROBLEM_JSON : "application/json";
        assertThat(answer.header("Content-Type")).as(accept).contains(type);
      });
    }
  }

  @Test
  void anExceptionIsToldByItsNearestSupertype() {
    var app =
        Covet.app()
            .onError(RuntimeException.class, _ -> new BadRequest("runtime"))
            .onError(IOException.class, _ -> new Unavailable("io"))
            .onError(FileNotFoundException.class, _ -> new NotFound("file"))
            .onError(FileNotFoundException.class, _ -> new Conflict("too late"))
            .get("/file", _ -> thrown(new FileNotFoundException()))
            .get("/io", _ -> thrown(new java.io.EOFException()))
            .get("/element", _ -> thrown(new NoSuchElementException()))
            .get("/error", _ -> thrown(new AssertionError()))
            .get("/known", _ -> thrown(new Forbidden("no")));
    try (var client = way.client(app)) {
      assertThat(client.get("/file").status()).isEqualTo(404);
      assertThat(client.get("/io").status()).isEqualTo(503);
      assertThat(client.get("/element").status()).isEqualTo(400);
      assertThat(client.get("/error").status()).isEqualTo(500);
      assertThat(client.get("/known").status())
          .as("RuntimeException is its nearest")
          .isEqualTo(400);
    }
  }

  @Test
  void aMappingThatFailsIsA500() {
    var app =
        throwing(IOException::new)
            .onError(
                IOException.class,
                _ -> {
                  throw new IllegalStateException("mapping");
                });
    var trace = new Trace();
    try (var client = way.client(app.use(trace.middleware("a")))) {
      var answer = client.get("/bad");

      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.errorCode()).contains("INTERNAL_ERROR");
      assertThat(answer.text()).doesNotContain("mapping");
      assertThat(trace.taken()).containsExactly("> a", "< a 500");
    }
  }

  /** L1: nothing from outside makes a log line of its own, or colours one. */
  @Test
  void whatIsLoggedStaysOnItsLine() {
    var app =
        Covet.app()
            .set("LOG_REQUESTS", "all")
            .get(
                "/{name}",
                request ->
                    thrown(new IOException("\u001b[31m\n" + request.pathValues().get("name"))));
    try (var faults = new LogLines("dev.covet.faults");
        var requests = new LogLines("dev.covet.requests");
        var client = way.client(app)) {
      var id = client.get("/a%E2%80%AEb?password=hunter2").header("X-Request-Id").orElseThrow();

      for (ILoggingEvent line : List.of(faults.of(id).getFirst(), requests.of(id).getFirst())) {
        var text = line.getFormattedMessage() + LogLines.values(line);
        assertThat(text).doesNotContain("\n", "\u001b", "\u202e", "hunter2");
      }
      assertThat(faults.of(id).getFirst().getThrowableProxy().getMessage())
          .doesNotContain("\n", "\u001b", "\u202e");
    }
  }

  @Test
  void anIdThatCouldForgeLogLinesIsReplaced() {
    try (var client = way.client(Covet.app())) {
      for (var bad : List.of("a b", "a\"b", "x".repeat(129), "é")) {
        var answer = client.request(Method.GET, "/").header("X-Request-Id", bad).send();
        assertThat(answer.header("X-Request-Id")).isPresent().get().isNotEqualTo(bad);
      }
    }
  }

  @Test
  void everyErrorIsJson() {
    try (var client = way.client(throwing(IOException::new))) {
      for (var path : List.of("/bad", "/nowhere", "/%zz")) {
        assertThat(client.get(path).read(JsonValue.class)).isInstanceOf(JsonValue.Members.class);
      }
    }
  }
}

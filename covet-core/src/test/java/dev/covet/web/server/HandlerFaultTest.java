package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.loop.FatalErrors;
import dev.covet.base.loop.ThreadMode;
import dev.covet.web.http.Content;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reliability: a StackOverflowError is a 500 for that request, an OutOfMemoryError is not. */
@ExtendWith(NoLeaks.class)
final class HandlerFaultTest {
  private static Response fail(Request request) {
    return switch (request.path()) {
      case "/overflow" -> Response.text("deep: " + depth(0));
      case "/initializer" -> throw new ExceptionInInitializerError("a class is broken");
      case "/checked" -> HandlerFaultTest.<RuntimeException>raise(new Exception("hidden"));
      case "/exception" -> throw new IllegalStateException("wrong");
      case "/memory" -> throw new OutOfMemoryError("made by a test");
      case "/writing" ->
          Response.of(
              200,
              "text/plain",
              new Content.Stream(-1, _ -> HandlerFaultTest.<RuntimeException>raise(overflow())));
      default -> Response.text("well");
    };
  }

  private static int depth(int depth) {
    return depth < 0 ? depth : 1 + depth(depth + 1);
  }

  private static StackOverflowError overflow() {
    return new StackOverflowError("while writing");
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> Response raise(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @ParameterizedTest
  @CsvSource({
    "LOOP, /overflow",
    "JDK, /overflow",
    "LOOP, /initializer",
    "LOOP, /checked",
    "LOOP, /exception"
  })
  void whateverAHandlerThrowsIsA500AndTheConnectionGoesOn(ThreadMode threads, String path)
      throws Exception {
    try (var server = RunningServer.of(HandlerFaultTest::fail, threads, Map.of());
        var client = server.connect()) {
      for (var i = 0; i < 3; i++) {
        var answer = client.get(path).answer();
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("INTERNAL_ERROR: Internal server error");
        assertThat(client.get("/well").answer().body()).isEqualTo("well");
      }
    }
  }

  @Test
  void anOverflowWhileWritingBreaksTheAnswerOffAndOthersGoOn() throws Exception {
    try (var server = RunningServer.of(HandlerFaultTest::fail);
        var broken = server.connect();
        var other = server.connect()) {
      assertThat(broken.get("/writing").isCutOff()).isTrue();
      assertThat(other.get("/well").answer().body()).isEqualTo("well");
    }
  }

  /** Whoever runs the process ends it in the uncaught handler. */
  @Test
  @ResourceLock("uncaught handler")
  void anErrorOfTheJvmGoesToTheUncaughtHandlerAndBreaksTheConnectionOff() throws Exception {
    var uncaught = new CompletableFuture<Throwable>();
    var before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((_, thrown) -> uncaught.complete(thrown));
    Handler failing = HandlerFaultTest::fail;
    try (var server = RunningServer.of(failing);
        var client = server.connect()) {
      assertThat(client.get("/memory").isClosed()).isTrue();
      assertThat(uncaught.get(30, TimeUnit.SECONDS))
          .isInstanceOf(OutOfMemoryError.class)
          .hasMessage("made by a test");
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  @Test
  void onlyErrorsOfTheJvmItselfAreFatal() {
    assertThat(Stream.of(new OutOfMemoryError(), new InternalError()))
        .allMatch(FatalErrors::isFatal);
    assertThat(Stream.of(new StackOverflowError(), new AssertionError(), new RuntimeException()))
        .noneMatch(FatalErrors::isFatal);
  }
}

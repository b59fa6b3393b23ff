package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.StartOptions;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.server.Server;
import dev.covet.web.server.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client that leaves while it sends its body. */
@Timeout(300)
final class UploadTest {
  private final Semaphore entered = new Semaphore(0);

  private App app() {
    return Covet.app()
        .set("LOG_REQUESTS", "all")
        .post("/collected", this::collected)
        .post("/streamed", this::streamed)
        .post("/wrapped", this::wrapped);
  }

  private Response collected(Request request) {
    entered.release();
    return Response.text("" + request.bytes().length);
  }

  private Response streamed(Request request) {
    entered.release();
    try {
      return Response.text("" + request.stream().readAllBytes().length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Response wrapped(Request request) {
    try {
      return streamed(request);
    } catch (UncheckedIOException e) {
      throw new IllegalStateException("the upload failed", e);
    }
  }

  /** H7, details.md 22: it is 499 in the log, without a stack. */
  @ParameterizedTest
  @CsvSource({"/collected, left-1", "/streamed, left-2", "/wrapped, left-3"})
  void aClientThatLeavesDuringItsUploadIsNoFault(String path, String id) throws Exception {
    try (var faults = new LogLines("dev.covet.faults");
        var lines = new LogLines("dev.covet.requests")) {
      upload(path, id);
      assertThat(faults.of(id)).isEmpty();
      assertThat(lines.of(id)).hasSize(1);
      assertThat(LogLines.values(lines.of(id).getFirst())).containsEntry("status", "499");
    }
  }

  private void upload(String path, String id) throws Exception {
    try (var app = app().start(StartOptions.of(Mode.TEST));
        var server = Server.start(app, ServerSettings.of("127.0.0.1", 0), app.loops())) {
      try (var client = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        var text =
            "POST %s HTTP/1.1~Host: a~X-Request-Id: %s~Content-Length: 1000~~abc"
                .formatted(path, id)
                .replace("~", "\r\n");
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        assertThat(entered.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
      }
      server.stop(Duration.ofSeconds(20));
    }
  }
}

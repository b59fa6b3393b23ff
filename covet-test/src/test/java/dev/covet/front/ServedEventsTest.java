package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import answers.Alerts;
import answers.Closes;
import dev.covet.api.Mode;
import dev.covet.app.Covet;
import dev.covet.app.StartOptions;
import dev.covet.web.middleware.Compress;
import dev.covet.web.middleware.ETags;
import dev.covet.web.server.Server;
import dev.covet.web.server.ServerSettings;
import dev.covet.web.server.carrier.ServerLimits;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * S3.ep.sse: through all middleware of an app, streams of events are kept open and end in order.
 */
@Timeout(300)
final class ServedEventsTest {
  @Test
  void commentsAndTheLastWordsPassEveryMiddleware() throws IOException {
    var closes = new Closes();
    var described =
        Covet.app()
            .use(Compress.standard(), ETags.ofContent())
            .add(Alerts.class)
            .override(Closes.class, closes)
            .set("EVENT_SILENCE_SECONDS_MAX", "0.2");
    try (var app = described.start(StartOptions.of(Mode.TEST))) {
      var limits = ServerLimits.from(app.config().limits());
      var settings = ServerSettings.of("127.0.0.1", 0).withLimits(limits);
      try (var server = Server.start(app, settings, app.loops());
          var client = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        client.setSoTimeout(20_000);
        var head = "GET /alerts/open HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n";
        client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        awaitText(client.getInputStream(), "\"celsius\":20.0}\n\n");
        awaitText(client.getInputStream(), ": \n\n");

        assertThat(server.stop(Duration.ofSeconds(20))).isZero();

        var rest = client.getInputStream().readAllBytes();
        assertThat(new String(rest, StandardCharsets.US_ASCII))
            .containsPattern("retry: [12][0-9]{3}\n\n")
            .endsWith("0\r\n\r\n");
        assertThat(closes.closes().availablePermits()).isEqualTo(1);
      }
    }
  }

  private static void awaitText(InputStream in, String text) throws IOException {
    var come = new StringBuilder();
    while (come.indexOf(text) < 0) {
      var next = in.read();
      if (next < 0) throw new IOException("closed after: " + come);
      come.append((char) next);
    }
  }
}

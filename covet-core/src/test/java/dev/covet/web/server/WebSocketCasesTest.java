package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.loop.ThreadMode;
import dev.covet.web.http.Handler;
import dev.covet.web.stream.SocketHandshake;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** S2.ws.frames, S2.ws.types: what Autobahn asks of a server; security.md W2. */
@ExtendWith(NoLeaks.class)
@ParameterizedClass
@EnumSource(SocketWay.class)
final class WebSocketCasesTest {
  private static final Map<String, Double> LONG = Map.of("websocketMessageBytesMax", 33_554_432.0);

  private final SocketWay way;

  WebSocketCasesTest(SocketWay way) {
    this.way = way;
  }

  /** How many times shorter than Autobahn's the long cases are; conformance says 1. */
  private static final int PART = Integer.getInteger("covet.websocket.part", 100);

  /** Sends back whatever comes. */
  static Handler echo() {
    return request -> {
      SocketHandshake.OWN.check(request);
      return SocketHandshake.OWN.accepted(
          request,
          line -> {
            for (var each = line.next(); each != null; each = line.next()) line.send(each);
          });
    };
  }

  @ParameterizedTest
  @EnumSource(names = {"LOOP", "JDK"})
  void everyCaseIsAsTheStandardsSay(ThreadMode threads) {
    var counts = new TreeMap<Integer, Integer>();
    var failures = new ArrayList<String>();
    try (var server = RunningServer.of(echo(), threads, LONG)) {
      for (var each : WebSocketCases.all(PART)) {
        counts.merge(Integer.parseInt(each.group()), 1, Integer::sum);
        var fields = each.offer().isEmpty() ? new String[0] : new String[] {each.offer()};
        try (var client = way.open(server.server().port(), fields)) {
          each.play().with(client);
        } catch (IOException | RuntimeException e) {
          failures.add(each.number() + ": " + e);
        }
      }
    }
    assertThat(failures).isEmpty();
    counts.forEach((group, count) ->
        System.out.printf(
            "websocket group %d: %d cases, all as they should be by %s%n", group, count, way));
    assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(499);
  }

  @Test
  void aHandshakeIsAnsweredByItsProof() throws IOException {
    try (var server = RunningServer.of(echo());
        var client = way.open(server.server().port())) {
      if (way == SocketWay.HTTP2) {
        assertThat(client.head()).startsWith("HTTP/2 200 \r\n").doesNotContain("sec-websocket");
        return;
      }
      assertThat(client.head())
          .startsWith("HTTP/1.1 101 Switching Protocols\r\n")
          .contains("\r\nUpgrade: websocket\r\n", "\r\nConnection: Upgrade\r\n")
          .contains("\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n")
          .doesNotContain("Content-Length", "Sec-WebSocket-Extensions");
    }
  }
}

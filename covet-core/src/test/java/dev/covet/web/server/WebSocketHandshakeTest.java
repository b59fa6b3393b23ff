package dev.covet.web.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.ApiError;
import dev.covet.base.loop.ThreadMode;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Response;
import dev.covet.web.stream.SocketHandshake;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S2.ws.handshake; security.md W1, and W2 as far as it is about handshakes. */
@ExtendWith(NoLeaks.class)
final class WebSocketHandshakeTest {
  private static final String KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
  private static final String WHOLE =
      "Upgrade: websocket|Connection: keep-alive, Upgrade|Sec-WebSocket-Version: 13|" + KEY;
  private static final SocketHandshake HANDSHAKE =
      new SocketHandshake(Set.of("https://app.example.org"));

  /** Refusals as an app makes them. */
  private static final Handler ECHO =
      request -> {
        try {
          HANDSHAKE.check(request);
          return HANDSHAKE.accepted(
              request,
              line -> {
                for (var each = line.next(); each != null; each = line.next()) line.send(each);
              });
        } catch (ApiError refused) {
          return Response.text(refused.message())
              .withStatus(refused.status())
              .withHeaders(refused.headers());
        }
      };

  private static String request(String line, String fields) {
    return line + "\r\n" + "Host: a:8080\r\n" + fields.replace("|", "\r\n") + "\r\n\r\n";
  }

  private static RawClient.Answer answer(RunningServer server, String request) throws IOException {
    try (var client = server.connect()) {
      return client.send(request).answer();
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          426, Connection: keep-alive
          426, Upgrade: websocket
          426, Connection: Upgrade
          426, Upgrade: h2c|Connection: Upgrade
          426, Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
          426, Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Version: 12|Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
          426, Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Version: 013|Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
          400, Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Version: 13
          400, Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Version: 13|Sec-WebSocket-Key: short
          400, Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Version: 13|Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ
          400, Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Version: 13|Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZTEyMw==
          400, Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Version: 13|Sec-WebSocket-Key: !!!!!!!!!!!!!!!!!!!!!!==
          400, Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Version: 13|Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==|Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
          """)
  void whatIsNoHandshakeIsRefused(int status, String fields) throws IOException {
    try (var server = RunningServer.of(ECHO)) {
      var refused = answer(server, request("GET / HTTP/1.1", fields));
      assertThat(refused.status()).isEqualTo(status);
      if (status == 426) {
        assertThat(refused.head())
            .contains("\r\nUpgrade: websocket\r\n", "\r\nSec-WebSocket-Version: 13\r\n");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET / HTTP/1.0, 400",
    "HEAD / HTTP/1.1, 426",
    "POST / HTTP/1.1, 426",
    "GET / HTTP/1.1, 101"
  })
  void onlyAGetOfHttp11OpensOne(String line, int status) throws IOException {
    try (var server = RunningServer.of(ECHO);
        var client = server.connect()) {
      client.send(request(line, WHOLE + (line.startsWith("POST") ? "|Content-Length: 0" : "")));
      assertThat(client.headAnswer().status()).isEqualTo(status);
    }
  }

  @Test
  void aHandshakeHasNoBody() throws IOException {
    try (var server = RunningServer.of(ECHO)) {
      var asked = request("GET / HTTP/1.1", WHOLE + "|Content-Length: 2") + "ab";
      assertThat(answer(server, asked).status()).isEqualTo(400);
    }
  }

  /** W1. That the page has come by TLS only a proxy in front knows. */
  @ParameterizedTest
  @CsvSource({
    "http://a:8080, 101",
    "https://app.example.org, 101",
    "https://a:8080, 101",
    "http://a, 403",
    "http://b:8080, 403",
    "null, 403",
    "https://app.example.org.evil.example, 403",
    "http://app.example.org, 403"
  })
  void aPageOfAnotherOriginIsRefused(String origin, int status) throws IOException {
    try (var server = RunningServer.of(ECHO);
        var client = server.connect()) {
      client.send(request("GET / HTTP/1.1", WHOLE + "|Origin: " + origin));
      assertThat(client.headAnswer().status()).isEqualTo(status);
    }
  }

  @Test
  void aConnectionGoesOnBehindARefusal() throws IOException {
    try (var server = RunningServer.of(ECHO);
        var client = server.connect()) {
      client.send(request("GET / HTTP/1.1", "Connection: keep-alive"));
      assertThat(client.answer().status()).isEqualTo(426);
      client.send(request("GET / HTTP/1.1", WHOLE));
      assertThat(client.answer().status()).isEqualTo(101);
    }
  }

  /** What comes right behind the handshake, in one read with it, is not lost. */
  @Test
  void framesThatCameWithTheHandshakeAreKept() throws IOException {
    for (var threads : new ThreadMode[] {ThreadMode.LOOP, ThreadMode.JDK}) {
      try (var server = RunningServer.of(ECHO, threads, Map.of());
          var client = server.connect()) {
        var frame = FrameSocket.frame(0x81, "soon".getBytes(UTF_8));
        var head = request("GET / HTTP/1.1", WHOLE).getBytes(UTF_8);
        var both = Arrays.copyOf(head, head.length + frame.length);
        System.arraycopy(frame, 0, both, head.length, frame.length);
        client.send(both);
        assertThat(client.answer().status()).isEqualTo(101);
        client.awaitText("soon");
      }
    }
  }
}

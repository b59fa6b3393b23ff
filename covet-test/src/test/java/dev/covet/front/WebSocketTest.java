package dev.covet.front;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.Chat;
import chat.ChatClient;
import chat.Ends;
import dev.covet.api.Invalid;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import dev.covet.web.message.SocketClosed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * S3.ep.ws, S3.ws.flow, S2.ws.api: routes that talk over WebSockets, by clients that a test has
 * generated and by texts.
 */
@ParameterizedClass
@EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "HTTP2.*|HTTPS2") // RFC 8441 is not spoken
class WebSocketTest {
  private final Way way;
  private final Ends ends = new Ends();

  WebSocketTest(Way way) {
    this.way = way;
  }

  private App app() {
    return Covet.app().add(Chat.class).override(Ends.class, ends);
  }

  private TestClient client() {
    return way.client(app());
  }

  private static void awaitMembers(TestClient client, String... names) {
    for (var i = 0; i < 1_000; i++) {
      if (new ChatClient(client).members("lobby").equals(List.of(names))) return;
      LockSupport.parkNanos(5_000_000);
    }
    assertThat(new ChatClient(client).members("lobby")).containsExactly(names);
  }

  private void awaitEnds(int count) {
    for (var i = 0; i < 1_000 && ends.count() < count; i++) LockSupport.parkNanos(5_000_000);
    assertThat(ends.count()).isEqualTo(count);
  }

  @Test
  void whoIsInARoomHearsAll() {
    try (var client = client()) {
      var chat = new ChatClient(client);
      try (var ann = chat.chat("lobby", "Ann");
          var bob = chat.chat("lobby", "Bob");
          var eve = chat.chat("cellar", "Eve")) {
        awaitMembers(client, "Ann", "Bob");
        ann.send(new Chat.Say("hi"));
        assertThat(ann.receive()).isEqualTo(new Chat.Out("Ann", "hi"));
        assertThat(bob.receive()).isEqualTo(new Chat.Out("Ann", "hi"));
        bob.send(new Chat.Whisper("Ann", "psst"));
        assertThat(ann.receive()).isEqualTo(new Chat.Out("Bob", "psst"));
        eve.send(new Chat.Say("alone"));
        assertThat(eve.receive()).isEqualTo(new Chat.Out("Eve", "alone"));
      }
      awaitMembers(client);
      awaitEnds(3);
    }
  }

  @Test
  void anInvalidMessageIsAnsweredWithTheUsualErrorAndTheSocketStaysOpen() {
    try (var client = client();
        var socket = client.socket("/ws/chat/lobby?name=Ann")) {
      awaitMembers(client, "Ann");
      socket.send("{\"type\":\"say\",\"text\":\" \"}");
      assertThat(socket.receive())
          .startsWith(
              "{\"error\":{\"code\":\"VALIDATION_ERROR\",\"message\":\"Invalid input\",\"details\":"
                  + "[{\"field\":\"text\",\"location\":[\"message\",\"text\"],\"code\":\"blank\"")
          .contains("\"request_id\":\"");
      socket.send("{\"type\":\"shout\"}");
      assertThat(socket.receive())
          .contains("[\"message\",\"type\"]", "must be one of say, whisper");
      socket.send("{\"type\":");
      assertThat(socket.receive()).contains("\"MALFORMED_JSON\"");
      socket.send("");
      assertThat(socket.receive()).contains("\"missing\"");
      socket.send("{\"type\":\"say\",\"text\":\"still here\"}");
      assertThat(socket.receive()).isEqualTo("{\"from\":\"Ann\",\"text\":\"still here\"}");
    }
  }

  @Test
  void listsAreMessagesAsWell() {
    try (var client = client();
        var socket = new ChatClient(client).lists()) {
      socket.send(List.of("a", "bcd"));
      assertThat(socket.receive()).containsExactly(1, 3);
    }
  }

  @Test
  void textsAndBytesAreSentAsTheyAre() {
    try (var client = client();
        var texts = client.socket("/ws/echo");
        var bytes = new ChatClient(client).bytes()) {
      texts.send("\"not JSON\" \u00e9\uD83D\uDE42\n");
      assertThat(texts.receive()).isEqualTo("\"not JSON\" \u00e9\uD83D\uDE42\n");
      bytes.send("\0\u00ff".getBytes(UTF_8));
      assertThat(bytes.receive()).isEqualTo("\0\u00ff".getBytes(UTF_8));
    }
  }

  @Test
  void messagesOfTheOtherKindAreRefused() {
    try (var client = client();
        var socket = client.socket("/ws/bytes")) {
      socket.send("a text");
      assertThatThrownBy(socket::receive)
          .isInstanceOfSatisfying(
              SocketClosed.class, closed -> assertThat(closed.code()).isEqualTo(1_003));
    }
  }

  @Test
  void whatIsBoundIsRefusedBeforeTheSocketOpens() {
    try (var client = client()) {
      var chat = new ChatClient(client);
      assertThatThrownBy(() -> chat.chat("x".repeat(21), "Ann"))
          .isInstanceOfSatisfying(
              Invalid.class,
              invalid -> assertThat(invalid.problems().getFirst().code()).isEqualTo("too_long"));
      assertThatThrownBy(() -> client.socket("/ws/chat/lobby"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("422")
          .hasMessageContaining("\"name\"");
      assertThat(ends.count()).isZero();
    }
  }

  @Test
  void whatAsksForNoSocketIsToldSo() {
    try (var client = client()) {
      var answer = client.get("/ws/echo");
      assertThat(answer.status()).isEqualTo(426);
      assertThat(answer.errorCode()).contains("UPGRADE_REQUIRED");
      assertThat(answer.header("Sec-WebSocket-Version")).contains("13");
    }
  }

  /** W1. */
  @Test
  void aPageOfAnotherOriginIsRefusedUnlessASettingNamesIt() {
    try (var client = way.client(app().set("WEBSOCKET_ORIGINS", "https://app.example.org"))) {
      var echo = client.request(Method.GET, "/ws/echo");
      assertThatThrownBy(() -> echo.header("Origin", "https://evil.example").socket())
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("403")
          .hasMessageContaining("FORBIDDEN");
      try (var socket = echo.header("Origin", "https://app.example.org").socket()) {
        socket.send("in");
        assertThat(socket.receive()).isEqualTo("in");
      }
      try (var socket = echo.header("Origin", way.scheme() + "://localhost").socket()) {
        socket.send("own");
        assertThat(socket.receive()).isEqualTo("own");
      }
    }
  }

  @Test
  void anErrorOfTheApiIsToldAndCloses() {
    try (var client = client();
        var socket = client.socket("/ws/lists")) {
      socket.send("[]");
      assertThat(socket.receive()).contains("\"NOT_FOUND\"", "No word in the list");
      assertThatThrownBy(socket::receive)
          .isInstanceOfSatisfying(
              SocketClosed.class,
              closed -> {
                assertThat(closed.code()).isEqualTo(1_008);
                assertThat(closed.reason()).isEqualTo("NOT_FOUND");
              });
    }
  }

  @Test
  void aFaultIsNotTold() {
    try (var client = client();
        var socket = client.socket("/ws/lists")) {
      socket.send("[\"fail\"]");
      assertThatThrownBy(socket::receive)
          .isInstanceOfSatisfying(
              SocketClosed.class,
              closed -> {
                assertThat(closed.code()).isEqualTo(1_011);
                assertThat(closed.reason()).isEmpty();
              });
    }
  }

  @Test
  void aMessageThatDoesNotComeFailsTheTest() {
    try (var client = client().within(Duration.ofSeconds(1));
        var socket = client.socket("/ws/echo")) {
      assertThatThrownBy(socket::receive)
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("no message came within 1000 ms");
    }
  }

  @Test
  void aHandlerThatOnlySendsEndsWithItsClient() {
    try (var client = client()) {
      try (var socket = new ChatClient(client).silent()) {
        assertThat(socket.receive()).isEqualTo(new Chat.Out("server", "hello"));
      }
      awaitEnds(1);
    }
  }

  /** Beyond.md 18: sockets are in the contract, and not among the operations of OpenAPI. */
  @Test
  void messagesAreInADocumentOfTheirOwn() {
    try (var client = client()) {
      var document = client.get("/asyncapi.json");
      assertThat(document.status()).isEqualTo(200);
      assertThat(document.text())
          .startsWith("{\"asyncapi\":\"3.0.0\"")
          .contains("\"address\":\"/ws/chat/{room}\"", "\"discriminator\":\"type\"")
          .contains("\"action\":\"receive\"", "\"action\":\"send\"", "\"bindingVersion\"")
          .doesNotContain("\"mapping\"");
      assertThat(client.get("/openapi.json").text())
          .contains("/ws/chat/{room}/members")
          .doesNotContain("\"/ws/chat/{room}\"", "\"/ws/echo\"");
    }
    try (var client = way.client(Covet.app())) {
      assertThat(client.get("/asyncapi.json").status()).isEqualTo(404);
    }
  }

  @Test
  void aSocketIsClosedInBothDirections() {
    try (var client = client()) {
      var socket = client.socket("/ws/echo");
      socket.close(4_000, "enough");
      assertThat(socket.isOpen()).isFalse();
      assertThatThrownBy(() -> socket.send("late")).isInstanceOf(SocketClosed.class);
      assertThat(socket.iterator().hasNext()).isFalse();
    }
  }
}

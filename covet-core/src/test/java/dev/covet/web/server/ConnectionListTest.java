package dev.covet.web.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Mode;
import dev.covet.app.Covet;
import dev.covet.app.RunningApp;
import dev.covet.app.StartOptions;
import dev.covet.web.http.Response;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** S2.conn.id, S2.conn.state: the open connections of a server, with what they are busy with. */
@ExtendWith(NoLeaks.class)
final class ConnectionListTest {
  private static final String PATH = "/covet/connections";

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch let = new CountDownLatch(1);

  private final RunningApp app =
      Covet.app()
          .get("/slow", _ -> slow())
          .get("/socket", WebSocketCasesTest.echo())
          .get("/id", request -> Response.text(request.connectionId()))
          .post("/echo", request -> Response.text("" + request.body().collect(100).length))
          .start(StartOptions.of(Mode.TEST));

  private final Server server = Server.start(app, ServerSettings.of("127.0.0.1", 0), app.loops());

  @AfterEach
  void close() {
    let.countDown();
    server.close();
    app.close();
  }

  private Response slow() {
    begun.countDown();
    try {
      let.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return Response.text("done");
  }

  private RawClient connect() throws IOException {
    return new RawClient(server.port());
  }

  /** What is listed of the connection with an id. */
  private static String of(String id, String list) {
    var each = Pattern.compile("\\{\"id\":\"" + id + "\"[^}]*}").matcher(list);
    assertThat(each.find()).as(list).isTrue();
    return each.group();
  }

  private static String idOf(RawClient client) throws IOException {
    return client.get("/id").answer().body();
  }

  @Test
  void connectionsAreListedTheOldestFirst() throws Exception {
    try (var idle = connect();
        var reading = connect();
        var handling = connect();
        var asking = connect()) {
      var idleId = idOf(idle);
      var readingId = idOf(reading);
      reading.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n12345");
      var handlingId = idOf(handling);
      handling.get("/slow");
      begun.await();

      var answer = asking.get(PATH).answer();

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.head()).contains("Cache-Control: no-store");
      assertThat(answer.body()).startsWith("{\"total\":4,\"connections\":[{\"id\":\"" + idleId);
      assertThat(of(idleId, answer.body()))
          .contains(
              "\"address\":\"127.0.0.1:",
              "\"protocol\":\"http/1.1\",\"state\":\"idle\",\"age_seconds\":",
              "\"requests\":1,\"streams\":0,\"bytes_read\":29,\"bytes_written\":");
      assertThat(of(readingId, answer.body()))
          .contains("\"state\":\"reading\"", "\"requests\":2,\"streams\":1,\"bytes_read\":86,");
      assertThat(of(handlingId, answer.body())).contains("\"state\":\"handling\"");
    }
  }

  @Test
  void aWebSocketIsListedAsThat() throws Exception {
    try (var socket = connect();
        var asking = connect()) {
      var id = idOf(socket);
      assertThat(socket.send(FrameSocket.request("/socket")).answer().status()).isEqualTo(101);
      socket.send(FrameSocket.frame(0x81, "here".getBytes(US_ASCII)));
      socket.awaitText("here");

      assertThat(of(id, asking.get(PATH).answer().body()))
          .contains(
              "\"protocol\":\"websocket\",\"state\":\"handling\"",
              "\"bytes_read\":10,\"bytes_written\":6");
    }
  }

  @Test
  void whatHasLeftIsListedNoMore() throws Exception {
    try (var asking = connect()) {
      try (var other = connect()) {
        var _ = idOf(other);
        assertThat(asking.get(PATH).answer().body()).contains("\"total\":2");
      }
      var body = "";
      for (var tries = 0; tries < 500 && !body.contains("\"total\":1,"); tries++) {
        Thread.sleep(10);
        body = asking.get(PATH).answer().body();
      }
      assertThat(body).contains("\"total\":1,");
    }
  }

  @Test
  void streamsOfHttp2AreCounted() throws Exception {
    try (var client = FrameClient.to(server.port());
        var asking = connect()) {
      var id = client.get(1, "/id").answer(1).body();
      assertThat(of(id, asking.get(PATH).answer().body()))
          .contains("\"protocol\":\"h2\",\"state\":\"idle\"", "\"requests\":1,\"streams\":0,");

      client.get(3, "/slow").get(5, "/slow");
      begun.await();

      assertThat(of(id, asking.get(PATH).answer().body()))
          .contains("\"state\":\"handling\"", "\"requests\":3,\"streams\":2,");
    }
  }

  @Test
  void aWebSocketOnAStreamIsOneOfTheStreams() throws Exception {
    try (var client = FrameClient.to(server.port());
        var asking = connect()) {
      var id = client.get(1, "/id").answer(1).body();
      client.headers(3, 0, SocketWay.connect("/socket"));
      var socket = FrameSocket.opened(client, 3);
      assertThat(socket.text("here").nextMessage().text()).isEqualTo("here");

      assertThat(of(id, asking.get(PATH).answer().body()))
          .contains("\"protocol\":\"h2\",\"state\":\"handling\"", "\"requests\":2,\"streams\":1,");
    }
  }

  @Test
  void theBytesOfAnAnswerAreCounted() throws Exception {
    try (var client = connect();
        var asking = connect()) {
      var id = idOf(client);
      client.send("GET /id HTTP/1.1\r\nHost: a\r\n\r\n");
      var second = client.answer();
      var bytes = 2 * (second.head().length() + second.body().length());

      assertThat(of(id, asking.get(PATH).answer().body()))
          .contains("\"requests\":2,\"streams\":0,\"bytes_read\":58,\"bytes_written\":" + bytes);
    }
  }
}

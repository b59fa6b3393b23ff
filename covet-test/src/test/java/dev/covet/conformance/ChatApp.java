package dev.covet.conformance;

import dev.covet.api.Default;
import dev.covet.api.Get;
import dev.covet.api.Html;
import dev.covet.api.Routes;
import dev.covet.api.WebSocket;
import dev.covet.app.Covet;
import dev.covet.web.stream.Rooms;
import dev.covet.web.stream.Socket;
import jakarta.validation.constraints.NotBlank;
import java.util.List;

/** A page on which people talk. */
@Routes
public final class ChatApp {
  ChatApp() {}

  /** What a member says. */
  sealed interface In {}

  /** To all. */
  record Say(@NotBlank String text) implements In {}

  /** To one. */
  record Whisper(String to, @NotBlank String text) implements In {}

  /** Leaves, and is told so by the server. */
  record Leave() implements In {}

  /** What members hear. */
  record Out(String from, String text) {}

  /** Talks to all who are in a room. */
  @WebSocket("/chat/{room}")
  void chat(String room, String name, Socket<In, Out> socket, Rooms<Out> rooms) {
    try (var _ = rooms.join(room, name, socket)) {
      for (var message : socket) {
        switch (message) {
          case Say(var text) -> rooms.send(room, new Out(name, text));
          case Whisper(var to, var text) -> rooms.sendTo(room, to, new Out(name, text));
          case Leave() -> socket.close(4_000, "bye");
        }
      }
    }
  }

  @WebSocket("/echo")
  void echo(Socket<String, String> socket) {
    for (var text : socket) socket.send(text);
  }

  @WebSocket("/bytes")
  void bytes(Socket<byte[], byte[]> socket) {
    for (var bytes : socket) socket.send(bytes);
  }

  /** Counts the letters of words. */
  @WebSocket("/lists/{factor}")
  static void lists(
      int factor, @Default("1") int more, Socket<List<@NotBlank String>, List<Integer>> socket) {
    for (var words : socket) {
      socket.send(words.stream().map(each -> each.length() * factor + more).toList());
    }
  }

  @Get("/")
  Html page() {
    return Html.raw(
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <title>Chat</title>
        <h1>The lobby</h1>
        <ol id="list"></ol>
        <script>
        const heard = [], errors = [];
        let opened = 0, closed = "", socket;
        function join(name) {
          socket = new WebSocket(`${location.protocol.replace('http', 'ws')}//${location.host}/chat/lobby?name=${name}`);
          socket.onopen = () => opened++;
          socket.onclose = event => closed = event.code + " " + event.reason;
          socket.onmessage = event => {
            const value = JSON.parse(event.data);
            if (value.error) {
              errors.push(value.error.code + " " + value.error.details[0].code);
              return;
            }
            heard.push(value.from + ": " + value.text);
            const line = document.createElement("li");
            line.innerText = value.from + ": " + value.text;
            document.querySelector("#list").append(line);
          };
        }
        function say(message) {
          socket.send(JSON.stringify(message));
        }
        </script>
        </html>
        """);
  }

  static void main(String[] args) {
    Covet.app().add(ChatApp.class).run(args);
  }
}

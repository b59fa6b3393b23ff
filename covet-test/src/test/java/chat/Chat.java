package chat;

import dev.covet.api.Get;
import dev.covet.api.NotFound;
import dev.covet.api.Routes;
import dev.covet.api.WebSocket;
import dev.covet.web.stream.Rooms;
import dev.covet.web.stream.Socket;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Rooms in which people talk. */
@Routes("/ws")
public final class Chat {
  private final Ends ends;

  Chat(Ends ends) {
    this.ends = ends;
  }

  /** What a member says. */
  public sealed interface In {}

  /** To all. */
  public record Say(@NotBlank String text) implements In {}

  /** To one. */
  public record Whisper(String to, @NotBlank String text) implements In {}

  /** What members hear. */
  public record Out(String from, String text) {}

  /** Talks to all who are in a room. */
  @WebSocket("/chat/{room}")
  void chat(@Size(max = 20) String room, String name, Socket<In, Out> socket, Rooms<Out> rooms) {
    try (var _ = rooms.join(room, name, socket)) {
      for (var message : socket) {
        switch (message) {
          case Say(var text) -> rooms.send(room, new Out(name, text));
          case Whisper(var to, var text) -> rooms.sendTo(room, to, new Out(name, text));
        }
      }
    } finally {
      ends.add();
    }
  }

  @Get("/chat/{room}/members")
  List<String> members(String room, Rooms<Out> rooms) {
    return rooms.members(room);
  }

  @WebSocket("/echo")
  void echo(Socket<String, String> socket) {
    for (var message : socket) socket.send(message);
  }

  @WebSocket("/bytes")
  void bytes(Socket<byte[], byte[]> socket) {
    for (var message : socket) socket.send(message);
  }

  /** Says something, and then nothing more. */
  @WebSocket("/silent")
  void silent(Socket<String, Out> socket) throws InterruptedException {
    try {
      socket.send(new Out("server", "hello"));
      new CountDownLatch(1).await();
    } finally {
      ends.add();
    }
  }

  @WebSocket("/lists")
  static void lists(Socket<List<@NotBlank String>, List<Integer>> socket) throws NotFound {
    for (var words : socket) {
      if (words.isEmpty()) throw new NotFound("No word in the list");
      if (words.contains("fail")) throw new IllegalStateException("not for clients");
      socket.send(words.stream().map(String::length).toList());
    }
  }
}

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

/** Talk. */
@Routes("/chat")
final class Chat {
  sealed interface In {}

  record Say(@NotBlank String text) implements In {}

  record Whisper(String to, @NotBlank String text) implements In {}

  record Out(String from, String text) {}

  /** Talks to all who are in a room. */
  @WebSocket("/{room}")
  void chat(@Size(max = 20) String room, Socket<In, Out> socket, Rooms<Out> rooms) {
    try (var _ = rooms.join(room, "me", socket)) {
      for (var message : socket) {
        if (message instanceof Say(var text)) rooms.send(room, new Out("me", text));
      }
    }
  }

  @Get("/{room}/members")
  List<String> members(String room, Rooms<Out> rooms) {
    return rooms.members(room);
  }

  @WebSocket("/plain/echo")
  static void echo(Socket<String, byte[]> socket) throws NotFound {
    if (socket.receive().isEmpty()) throw new NotFound("No text");
  }

  @WebSocket("/plain/lists")
  static void lists(Socket<List<@NotBlank String>, Integer> socket) {
    socket.send(socket.receive().size());
  }
}

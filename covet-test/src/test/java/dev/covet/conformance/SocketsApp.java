package dev.covet.conformance;

import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.api.WebSocket;
import dev.covet.app.Covet;
import dev.covet.web.http.Response;
import dev.covet.web.http.Upload;
import dev.covet.web.stream.Socket;
import java.nio.file.Path;

/** What is done with sockets in ways of their own: a file, an upload, messages, a long wait. */
@Routes
public final class SocketsApp {
  SocketsApp() {}

  /** The file whose path is the property {@code file}. */
  @Get("/file")
  Response file() {
    return Response.file(Path.of(System.getProperty("file")));
  }

  @Post("/size")
  long size(Upload file) {
    return file.size();
  }

  @WebSocket("/echo")
  void echo(Socket<String, String> socket) {
    for (var text : socket) socket.send(text);
  }

  @Get("/slow")
  String slow() throws InterruptedException {
    Thread.sleep(1_500);
    return "done";
  }

  static void main(String[] args) {
    Covet.app().add(SocketsApp.class).run(args);
  }
}

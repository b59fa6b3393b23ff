package tasks;

import dev.covet.api.Get;
import dev.covet.api.Lifetime;
import dev.covet.api.Provides;
import dev.covet.api.Routes;
import dev.covet.api.WebSocket;
import dev.covet.web.stream.Socket;
import org.jspecify.annotations.Nullable;

@Routes("/tasks")
final class Tasks {
  record Task(String title) {}

  @WebSocket("/none") // error: COV-172 WebSocket /tasks/none is not a WebSocket: it takes one Socket<I, O>, and returns nothing
  void none() {}

  @WebSocket("/value") // error: COV-172 Write void value(Socket<In, Out> socket), with In for what clients send
  String value(Socket<Task, Task> socket) {
    return socket.receive().title();
  }

  @WebSocket("/two") // error: COV-172 it takes one Socket<I, O>, and returns nothing
  void two(Socket<Task, Task> one, Socket<Task, Task> other) {
    one.send(other.receive());
  }

  @Get("/elsewhere")
  String elsewhere(
      Socket<String, String> socket) { // error: COV-172 "socket" is a socket, which a method with @WebSocket takes and nothing else
    return socket.receive();
  }

  @WebSocket("/body")
  void body(
      Task task, // error: COV-103 WebSocket /tasks/body takes "task" from the body, which a GET does not have
      Socket<Task, Task> socket) {
    socket.send(task);
  }

  @WebSocket("/threads")
  void threads(Socket<Thread, Task> socket) { // error: COV-104 Thread has no codec
    socket.close();
  }

  @WebSocket("/nulls")
  void nulls(Socket<Task, @Nullable Task> socket) { // error: COV-104 has no codec with @Nullable elements
    socket.close();
  }

  @Get("/same")
  String same() {
    return "";
  }

  @WebSocket("/same") // error: COV-108 WebSocket /tasks/same matches the same paths as GET /tasks/same of same(...)
  void sameSocket(Socket<String, String> socket) {
    socket.close();
  }

  @Provides(Lifetime.REQUEST)
  static final class Store {
    Store(Socket<String, String> socket) {} // error: COV-172 "socket" is a socket
  }
}

package dev.covet.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Another service that sends just these bytes to each connection, whatever HTTP says of it. */
final class Wires implements AutoCloseable {
  private final ServerSocket listener;
  private final AtomicInteger accepted = new AtomicInteger();

  /** What is done with a connection, which is closed then. */
  interface Script {
    void run(Socket socket, int number) throws IOException;
  }

  Wires(Script script) {
    try {
      listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    Thread.ofVirtual().start(() -> accept(script));
  }

  private void accept(Script script) {
    while (!listener.isClosed()) {
      try {
        var socket = listener.accept();
        var number = accepted.incrementAndGet();
        Thread.ofVirtual().start(() -> run(script, socket, number));
      } catch (IOException _) {
        return; // closed
      }
    }
  }

  private static void run(Script script, Socket socket, int number) {
    try (socket) {
      script.run(socket, number);
    } catch (IOException _) {
      // the client has what it came for
    }
  }

  /** Reads one head, and sends these bytes. */
  static void answer(Socket socket, String text) throws IOException {
    head(socket);
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  static String head(Socket socket) throws IOException {
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      var b = socket.getInputStream().read();
      if (b < 0) throw new IOException("no request");
      head.append((char) b);
    }
    return head.toString();
  }

  int accepted() {
    return accepted.get();
  }

  String url() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}

package dev.covet.test;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.SocketFactory;

/**
 * Calls the app over HTTP/1.1 (RFC 9112), each time on a connection of its own. Thread-safe.
 *
 * @param sockets makes the connections, encrypted or not
 */
record Http1Wire(Watched app, int port, SocketFactory sockets) implements Wire {
  /** A longer body is sent once the server asks for it (RFC 9110, 10.1.1), in bytes. */
  private static final int UNASKED_BYTES_MAX = 65_536;

  @Override
  public Received exchange(Sent sent, Call call) throws IOException {
    try (var socket = sockets.createSocket(InetAddress.getLoopbackAddress(), port)) {
      app.watch(socket.getLocalPort(), call);
      try {
        return exchange(sent, socket);
      } finally {
        app.forget(socket.getLocalPort());
      }
    }
  }

  @Override
  public void listen(Sent sent, Call call, Heard heard) throws IOException {
    try (var socket = sockets.createSocket(InetAddress.getLoopbackAddress(), port)) {
      app.watch(socket.getLocalPort(), call);
      try {
        var reader = reader(sent, socket);
        var head = asked(sent, socket, reader);
        heard.begins(head);
        reader.body(head, heard);
      } finally {
        app.forget(socket.getLocalPort());
      }
    }
  }

  /** The connection is that of the socket from then on; a refusal ends it. */
  @Override
  public Opened open(Sent sent, Call call, Patience patience) throws IOException {
    var socket = sockets.createSocket(InetAddress.getLoopbackAddress(), port);
    app.watch(socket.getLocalPort(), call);
    var isOpen = false;
    try {
      socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, patience.longest().toMillis()));
      var in = new BufferedInputStream(socket.getInputStream());
      var reader = new AnswerReader(in, sent.method());
      socket.getOutputStream().write(head(sent, false));
      var head = reader.head();
      isOpen = head.status() == 101;
      return isOpen
          ? new Opened(
              new Received(head.status(), head.fields(), new byte[0]),
              new FrameLine(sent, patience, socket, in, socket.getOutputStream()))
          : new Opened(reader.answer(head), null);
    } finally {
      app.forget(socket.getLocalPort());
      if (!isOpen) socket.close();
    }
  }

  private static AnswerReader reader(Sent sent, Socket socket) throws IOException {
    return new AnswerReader(new BufferedInputStream(socket.getInputStream()), sent.method());
  }

  private static Received exchange(Sent sent, Socket socket) throws IOException {
    var reader = reader(sent, socket);
    return reader.answer(asked(sent, socket, reader));
  }

  /** Sends a request; the head of its answer. */
  private static AnswerReader.Head asked(Sent sent, Socket socket, AnswerReader reader)
      throws IOException {
    var out = socket.getOutputStream();
    var waits = sent.body().length > UNASKED_BYTES_MAX;
    out.write(head(sent, waits));
    if (waits) {
      var first = reader.head();
      if (first.status() != 100) return first;
    }
    write(out, sent.body());
    var head = reader.head();
    while (head.status() < 200) head = reader.head();
    return head;
  }

  /** A server may answer before it has taken all of a body, and the answer is what counts. */
  private static void write(OutputStream out, byte[] body) {
    try {
      out.write(body);
    } catch (IOException _) {
      // the answer says why
    }
  }

  private static byte[] head(Sent sent, boolean waits) {
    var fields = waits ? sent.head().orElse("Expect", "100-continue") : sent.head();
    var head = new StringBuilder(sent.method() + " " + sent.target() + " HTTP/1.1\r\n");
    fields.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}

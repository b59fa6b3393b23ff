package dev.covet.test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocket;

/**
 * Calls the app over HTTP/2 (RFC 9113), each time on a connection of its own: by prior knowledge,
 * or by ALPN where that is encrypted. Thread-safe.
 *
 * @param sockets makes the connections, encrypted or not
 */
record Http2Wire(Watched app, int port, SocketFactory sockets) implements Wire {
  private static final String ALPN = "h2";

  /** What the document of an app says of an open WebSocket, which is 200 here. */
  private static final int SWITCHING = 101;

  @Override
  public Received exchange(Sent sent, Call call) throws IOException {
    try (var socket = sockets.createSocket(InetAddress.getLoopbackAddress(), port)) {
      app.watch(socket.getLocalPort(), call);
      try {
        var body = new Received.Body();
        var exchange = begun(socket);
        var head = exchange.asked(sent, body);
        exchange.body(body);
        return new Received(head.status(), head.fields(), body.toByteArray());
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
        var exchange = begun(socket);
        heard.begins(exchange.asked(sent, heard));
        exchange.body(heard);
      } finally {
        app.forget(socket.getLocalPort());
      }
    }
  }

  /** RFC 8441: the stream is that of the socket from then on; a refusal ends it. */
  @Override
  public Opened open(Sent sent, Call call, Patience patience) throws IOException {
    var socket = sockets.createSocket(InetAddress.getLoopbackAddress(), port);
    app.watch(socket.getLocalPort(), call);
    var isOpen = false;
    try {
      socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, patience.longest().toMillis()));
      var exchange = begun(socket);
      var body = new Received.Body();
      var head = exchange.connected(sent, body);
      isOpen = head.status() == 200;
      if (!isOpen) exchange.body(body);
      var stream = exchange.bytes();
      var status = isOpen ? SWITCHING : head.status();
      return new Opened(
          new Received(status, head.fields(), body.toByteArray()),
          isOpen ? new FrameLine(sent, patience, socket, stream.in(), stream.out()) : null);
    } finally {
      app.forget(socket.getLocalPort());
      if (!isOpen) socket.close();
    }
  }

  private static Http2Exchange begun(Socket socket) throws IOException {
    if (!(socket instanceof SSLSocket secure)) return new Http2Exchange("http", socket);
    var parameters = secure.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {ALPN});
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    if (!ALPN.equals(secure.getApplicationProtocol())) {
      throw new IOException("the server does not speak HTTP/2");
    }
    return new Http2Exchange("https", secure);
  }
}

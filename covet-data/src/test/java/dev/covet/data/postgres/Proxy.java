package dev.covet.data.postgres;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Stands between a client and the server, and cuts connections when it is told to. */
final class Proxy implements AutoCloseable {
  private static final int PIECE = 8_192;

  private final ServerSocket listening = listening();
  private final int port;
  private final List<Socket> open = new ArrayList<>();
  private volatile String cutBefore = "";
  private volatile String cutBehind = "";
  private volatile boolean isSilent;

  private Proxy(int port) {
    this.port = port;
    Thread.ofVirtual().start(this::accept);
  }

  /** One that passes everything on to a port of this machine. */
  static Proxy to(int port) {
    return new Proxy(port);
  }

  private static ServerSocket listening() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Cuts the connection on which a text comes from the client, which the server never sees. */
  void cutBefore(String text) {
    cutBefore = text;
  }

  /** Cuts the connection on which a text comes from the client once the server has answered it. */
  void cutBehind(String text) {
    cutBehind = text;
  }

  /** Passes nothing on any more, in either direction, and keeps the connections open. */
  void fallSilent() {
    isSilent = true;
  }

  private void accept() {
    try {
      while (true) {
        var client = listening.accept();
        var server = new Socket(InetAddress.getLoopbackAddress(), port);
        synchronized (open) {
          open.add(client);
          open.add(server);
        }
        Thread.ofVirtual().start(() -> pass(client, server));
      }
    } catch (IOException _) {
      close();
    }
  }

  private void pass(Socket client, Socket server) {
    var answers = new Answers(server, client, () -> isSilent);
    Thread.ofVirtual().start(answers);
    try (client;
        server) {
      for (var piece = read(client.getInputStream());
          piece.length > 0;
          piece = read(client.getInputStream())) {
        var text = new String(piece, ISO_8859_1);
        if (isIn(cutBefore, text)) return;
        if (isSilent) continue;
        answers.isCut |= isIn(cutBehind, text);
        server.getOutputStream().write(piece);
      }
    } catch (IOException _) {
      // the other side has ended
    }
  }

  private static boolean isIn(String part, String text) {
    return !part.isEmpty() && text.contains(part);
  }

  private static byte[] read(InputStream in) throws IOException {
    var piece = new byte[PIECE];
    var size = in.read(piece);
    return size < 0 ? new byte[0] : java.util.Arrays.copyOf(piece, size);
  }

  /** From the server to the client. */
  private static final class Answers implements Runnable {
    private final Socket server;
    private final Socket client;
    private final BooleanSupplier isSilent;
    private volatile boolean isCut;

    Answers(Socket server, Socket client, BooleanSupplier isSilent) {
      this.server = server;
      this.client = client;
      this.isSilent = isSilent;
    }

    @Override
    public void run() {
      try (server;
          client) {
        for (var piece = read(server.getInputStream());
            piece.length > 0;
            piece = read(server.getInputStream())) {
          if (isCut) return;
          if (isSilent.getAsBoolean()) continue;
          client.getOutputStream().write(piece);
        }
      } catch (IOException _) {
        // the other side has ended
      }
    }
  }

  /** Cuts every connection that is open now. */
  void cut() throws IOException {
    synchronized (open) {
      for (var each : open) each.close();
      open.clear();
    }
  }

  @Override
  public void close() {
    refuse();
  }

  /** Cuts every connection, and takes none any more. */
  void refuse() {
    try {
      listening.close();
      cut();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

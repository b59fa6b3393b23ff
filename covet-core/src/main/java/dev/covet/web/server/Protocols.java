package dev.covet.web.server;

import io.netty.channel.socket.SocketChannel;
import java.net.InetSocketAddress;

/**
 * Chooses what is spoken on a connection that was accepted, and puts that into its pipeline. It is
 * HTTP/1.1 without TLS; whatever else comes (TLS before it, HTTP/2 by ALPN or by its preface, an
 * upgrade in its place) is chosen here, and nothing behind knows.
 */
final class Protocols {
  private final Server server;

  Protocols(Server server) {
    this.server = server;
  }

  /** Begins to speak on a connection. Called on its loop. */
  void speak(SocketChannel channel, LoopLocal local, InetSocketAddress peer) {
    var spoken = new Http1(server, local, peer);
    channel.pipeline().addLast(spoken.decoder(), spoken);
  }
}

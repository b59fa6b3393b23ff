package dev.covet.web.server;

import dev.covet.web.server.carrier.Connection;
import dev.covet.web.server.carrier.Opening;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Waits for what a trusted proxy must say before anything else, so that its connection is that of
 * its client; without it the connection is closed, and nothing is answered. Used on the
 * connection's loop alone.
 */
final class ProxyHop extends ByteToMessageDecoder {
  private static final double SECONDS_MAX = 5;

  private final Connection connection;
  private final Consumer<Connection> next;
  private final Opening opening;

  private ProxyHop(Connection connection, Consumer<Connection> next) {
    this.connection = connection;
    this.next = next;
    this.opening = new Opening(connection, SECONDS_MAX, "PROXY_HEADER_SECONDS_MAX", _ -> {});
  }

  /**
   * Begins to wait. Called on the loop of the connection.
   *
   * @param next takes the connection of the client
   */
  static void await(Connection connection, Consumer<Connection> next) {
    var hop = new ProxyHop(connection, next);
    connection.channel().pipeline().addLast(hop, hop.opening);
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    switch (ProxyHeader.read(in)) {
      case ProxyHeader.Partial _ -> {}
      case ProxyHeader.Malformed _ -> {
        in.skipBytes(in.readableBytes());
        connection.reset();
      }
      case ProxyHeader.Whole(var bytes, var client) -> {
        in.skipBytes(bytes);
        client
            .map(connection::of)
            .orElseGet(() -> Optional.of(connection))
            .ifPresentOrElse(found -> goOn(ctx, found), connection::reset);
      }
    }
  }

  /** Whatever came behind the header goes to what comes in the place of this. */
  private void goOn(ChannelHandlerContext ctx, Connection found) {
    opening.done();
    next.accept(found);
    ctx.pipeline().remove(this);
  }
}

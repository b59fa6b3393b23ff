package dev.covet.web.server.carrier;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/**
 * Counts what is given to a socket, where that is not what is written to its connection: below TLS,
 * whose records are others. Used on the connection's loop alone.
 */
public final class SocketWrites extends ChannelOutboundHandlerAdapter {
  private long count;

  /** How many buffers were given to the socket. */
  public long count() {
    return count;
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    count++;
    var _ = ctx.write(message, promise);
  }
}

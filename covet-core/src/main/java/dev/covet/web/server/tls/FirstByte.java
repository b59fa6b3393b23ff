package dev.covet.web.server.tls;

import dev.covet.web.server.carrier.SocketWrites;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.function.Supplier;

/**
 * Looks at the first byte that a client sends: a record of a TLS handshake begins with one that no
 * request does (RFC 8446, 5.1). Used on the connection's loop alone.
 */
final class FirstByte extends ByteToMessageDecoder {
  private static final byte HANDSHAKE = 22;

  private final Supplier<? extends ChannelHandler> tls;
  private final Runnable plain;

  FirstByte(Supplier<? extends ChannelHandler> tls, Runnable plain) {
    this.tls = tls;
    this.plain = plain;
  }

  /** Whatever was read goes to what comes in the place of this. */
  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    if (!in.isReadable()) return;
    if (in.getByte(in.readerIndex()) == HANDSHAKE) {
      ctx.pipeline().addBefore(ctx.name(), null, new SocketWrites());
      ctx.pipeline().replace(this, null, tls.get());
    } else {
      plain.run();
      ctx.pipeline().remove(this);
    }
  }
}

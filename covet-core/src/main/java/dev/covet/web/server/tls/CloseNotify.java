package dev.covet.web.server.tls;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslCloseCompletionEvent;

/**
 * Tells the end of what a client sends by TLS (RFC 8446, 6.1) as that of its TCP is told. Once the
 * server has said that it sends no more, the event may only be an echo of that, and the end of TCP
 * is waited for.
 */
@Sharable
final class CloseNotify extends ChannelInboundHandlerAdapter {
  static final CloseNotify SHARED = new CloseNotify();

  private CloseNotify() {}

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof SslCloseCompletionEvent end) {
      if (end.isSuccess()) inputEnded(ctx);
    } else {
      ctx.fireUserEventTriggered(event);
    }
  }

  private static void inputEnded(ChannelHandlerContext ctx) {
    var channel = (DuplexChannel) ctx.channel();
    if (channel.isInputShutdown() || channel.isOutputShutdown()) return;
    var _ =
        channel
            .shutdownInput()
            .addListener(_ -> ctx.fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE));
  }
}

package dev.covet.web.server;

import dev.covet.base.loop.FatalErrors;
import dev.covet.base.observe.Counter;
import dev.covet.base.observe.Metrics;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a listening socket rest for 100 ms when it cannot accept, as when the process has no file
 * descriptor left; connections that are open go on. Used on the socket's event loop alone.
 */
final class AcceptPause extends ChannelInboundHandlerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(AcceptPause.class);
  private static final int PAUSE_MILLIS = 100;

  private final Counter pauses;
  private boolean reported;

  AcceptPause(Metrics metrics) {
    this.pauses = metrics.counter("accept_pauses_total");
  }

  /**
   * Goes no further: Netty's own answer to this is a pause of a whole second. Without files no
   * class can be loaded from a folder, so this needs none that is new.
   */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    pause(ctx, cause);
    FatalErrors.tell(cause);
  }

  private void pause(ChannelHandlerContext ctx, Throwable cause) {
    pauses.add(1);
    if (!reported) {
      reported = true;
      if (cause instanceof IOException) {
        LOG.warn("accept_paused reason=\"{}\"", cause.getMessage());
      } else {
        LOG.error("accept_failed", cause);
      }
    }
    var config = ctx.channel().config();
    if (config.isAutoRead()) {
      config.setAutoRead(false);
      var _ =
          ctx.executor()
              .schedule(() -> config.setAutoRead(true), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** A connection came in, so that the next trouble is news again. */
  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    reported = false;
    ctx.fireChannelRead(message);
  }
}

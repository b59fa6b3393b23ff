package dev.covet.web.server.carrier;

import dev.covet.web.address.Peer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import java.util.concurrent.TimeUnit;

/**
 * A connection that a server has accepted, whatever is spoken on it. Used on its loop alone, but
 * for {@link #server}, {@link #local} and {@link #guarded}.
 */
public record Connection(ServerState server, LoopLocal local, SocketChannel channel, Peer peer) {
  /** Has what is spoken on it looked at from now on. */
  public void opened(Conversation spoken) {
    local.opened(spoken);
  }

  /** It is gone, and what was spoken on it has nothing more to look at. */
  public void closed(Conversation spoken) {
    local.closed(spoken);
    server.closed(peer.address().getAddress());
  }

  /** The task, whose failure ends this connection and nothing else: Netty would only log it. */
  public Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (Throwable failure) {
        failed(failure);
      }
    };
  }

  /** Runs a task later, guarded. */
  public void schedule(Runnable task, long delay, TimeUnit unit) {
    var _ = channel.eventLoop().schedule(guarded(task), delay, unit);
  }

  /** Ends because something broke that is no request's fault. */
  public void failed(Throwable cause) {
    server.broken(cause);
    close();
  }

  /** Closes it: nobody waits for anything any more. */
  public void close() {
    var _ = channel.close();
  }

  /** Breaks it off, so that the client cannot take what it has for the whole. */
  public void reset() {
    if (channel.isOpen()) channel.config().setOption(ChannelOption.SO_LINGER, 0);
    close();
  }

  /**
   * Breaks it off in the middle of an answer, and says so.
   *
   * @param reason the name of a limit, or the code of an error of the client
   */
  public void cutOff(String reason, boolean isLimit) {
    if (isLimit) server.metrics().limitHit(reason);
    server.cutOff(peer.connectionId(), reason);
    reset();
  }
}

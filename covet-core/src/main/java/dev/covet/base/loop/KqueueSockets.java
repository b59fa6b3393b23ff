package dev.covet.base.loop;

import io.netty.channel.kqueue.KQueue;
import io.netty.channel.kqueue.KQueueIoHandler;
import io.netty.channel.kqueue.KQueueServerDomainSocketChannel;
import io.netty.channel.kqueue.KQueueServerSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.unix.UnixChannelOption;
import org.jspecify.annotations.Nullable;

/** The transport of macOS and the BSDs. */
public final class KqueueSockets implements NativeSockets {
  /** For the service loader. */
  public KqueueSockets() {}

  @Override
  public String name() {
    return "kqueue";
  }

  @Override
  public @Nullable Throwable missing() {
    return KQueue.isAvailable() ? null : KQueue.unavailabilityCause();
  }

  @Override
  public Transport transport() {
    return new Transport(
        name(),
        KQueueIoHandler.newFactory(),
        KQueueServerSocketChannel.class,
        KQueueServerDomainSocketChannel.class,
        path -> new DomainSocketAddress(path.toFile()),
        UnixChannelOption.SO_REUSEPORT,
        Long.MAX_VALUE);
  }
}

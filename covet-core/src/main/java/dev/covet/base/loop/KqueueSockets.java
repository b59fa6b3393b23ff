package dev.covet.base.loop;

import io.netty.channel.kqueue.KQueue;
import io.netty.channel.kqueue.KQueueIoHandler;
import io.netty.channel.kqueue.KQueueServerDomainSocketChannel;
import io.netty.channel.kqueue.KQueueServerSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.unix.IntegerUnixChannelOption;
import io.netty.channel.unix.UnixChannelOption;
import org.jspecify.annotations.Nullable;

/** The transport of macOS and the BSDs. */
public final class KqueueSockets implements NativeSockets {
  private static final int IPPROTO_TCP = 6;

  /** Netty has no names for these; the numbers are those of Darwin's {@code netinet/tcp.h}. */
  private static final Transport.KeepAlive KEEP_ALIVE =
      new Transport.KeepAlive(
          new IntegerUnixChannelOption("TCP_KEEPALIVE", IPPROTO_TCP, 0x10),
          new IntegerUnixChannelOption("TCP_KEEPINTVL", IPPROTO_TCP, 0x101),
          new IntegerUnixChannelOption("TCP_KEEPCNT", IPPROTO_TCP, 0x102));

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
        KEEP_ALIVE,
        Transport.FileCopies.ALL);
  }
}

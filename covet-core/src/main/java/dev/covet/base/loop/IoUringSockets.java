package dev.covet.base.loop;

import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.unix.UnixChannelOption;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringChannelOption;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerDomainSocketChannel;
import io.netty.channel.uring.IoUringServerSocketChannel;
import org.jspecify.annotations.Nullable;

/** Linux's io_uring, where the kernel has it and lets this process use it. */
public final class IoUringSockets implements NativeSockets {
  /**
   * Netty has the ring splice files, for which a thread of the kernel waits for each client: those
   * who take nothing would soon have all that a process may have. Behind 2 GB Netty 4.2.18 sends
   * other bytes than it should, since its splice has 31 bits of their place.
   */
  private static final Transport.FileCopies FILE_COPIES =
      new Transport.FileCopies(32, Integer.MAX_VALUE);

  /** For the service loader. */
  public IoUringSockets() {}

  @Override
  public String name() {
    return "io_uring";
  }

  @Override
  public @Nullable Throwable missing() {
    return IoUring.isAvailable() ? null : IoUring.unavailabilityCause();
  }

  @Override
  public Transport transport() {
    return new Transport(
        name(),
        IoUringIoHandler.newFactory(),
        IoUringServerSocketChannel.class,
        IoUringServerDomainSocketChannel.class,
        path -> new DomainSocketAddress(path.toFile()),
        UnixChannelOption.SO_REUSEPORT,
        new Transport.KeepAlive(
            IoUringChannelOption.TCP_KEEPIDLE,
            IoUringChannelOption.TCP_KEEPINTVL,
            IoUringChannelOption.TCP_KEEPCNT),
        FILE_COPIES);
  }
}

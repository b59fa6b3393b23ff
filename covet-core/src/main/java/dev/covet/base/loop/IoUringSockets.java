package dev.covet.base.loop;

import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.unix.UnixChannelOption;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerDomainSocketChannel;
import io.netty.channel.uring.IoUringServerSocketChannel;
import org.jspecify.annotations.Nullable;

/** Linux's io_uring, where the kernel has it and lets this process use it. */
public final class IoUringSockets implements NativeSockets {
  /** Behind that Netty 4.2.18 sends other bytes than it should: its splice has 31 bits of them. */
  private static final long FILE_END_MAX = Integer.MAX_VALUE;

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
        FILE_END_MAX);
  }
}

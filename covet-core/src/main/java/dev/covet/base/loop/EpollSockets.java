package dev.covet.base.loop;

import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.unix.UnixChannelOption;
import org.jspecify.annotations.Nullable;

/** Linux's epoll. */
public final class EpollSockets implements NativeSockets {
  /** For the service loader. */
  public EpollSockets() {}

  @Override
  public String name() {
    return "epoll";
  }

  @Override
  public @Nullable Throwable missing() {
    return Epoll.isAvailable() ? null : Epoll.unavailabilityCause();
  }

  @Override
  public Transport transport() {
    var netty = EpollIoHandler.newFactory();
    return new Transport(
        name(),
        executor -> new EpollKeeping(netty.newHandler(executor)),
        EpollServerSocketChannel.class,
        EpollServerDomainSocketChannel.class,
        path -> new DomainSocketAddress(path.toFile()),
        UnixChannelOption.SO_REUSEPORT,
        new Transport.KeepAlive(
            EpollChannelOption.TCP_KEEPIDLE,
            EpollChannelOption.TCP_KEEPINTVL,
            EpollChannelOption.TCP_KEEPCNT),
        Transport.FileCopies.ALL);
  }
}

package dev.covet.data.postgres;

import dev.covet.base.loop.Loop;
import dev.covet.base.loop.Loops;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.netty.util.concurrent.AbstractEventExecutorGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.vertx.core.spi.transport.Transport;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.internal.SqlConnectionInternal;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Has Vert.x use the event loops of the app, which it cannot end. The one file that hands them
 * over.
 */
final class LoopTransport implements io.vertx.core.transport.Transport, Transport {
  private final Transport sockets;
  private final EventLoopGroup loops;
  private final Set<Channel> open = ConcurrentHashMap.newKeySet();

  LoopTransport(Loops loops) {
    this.loops = new Borrowed(loops.group());
    this.sockets = fitting(loops.transport().name()).implementation();
  }

  /** A socket is driven as its loop is. */
  private static io.vertx.core.transport.Transport fitting(String name) {
    return Stream.of(IO_URING, EPOLL, KQUEUE)
        .filter(each -> each != null && each.name().equals(name))
        .findFirst()
        .orElse(NIO);
  }

  @Override
  public String name() {
    return "covet";
  }

  @Override
  public boolean available() {
    return true;
  }

  @Override
  public @Nullable Throwable unavailabilityCause() {
    return null;
  }

  @Override
  public Transport implementation() {
    return this;
  }

  @Override
  public IoHandlerFactory ioHandlerFactory() {
    return sockets.ioHandlerFactory();
  }

  @Override
  public EventLoopGroup eventLoopGroup(
      int type, int threads, ThreadFactory threadFactory, int ioRatio) {
    return loops;
  }

  @Override
  public DatagramChannel datagramChannel() {
    return sockets.datagramChannel();
  }

  @Override
  @SuppressWarnings("deprecation") // Vert.x asks so
  public DatagramChannel datagramChannel(InternetProtocolFamily family) {
    return sockets.datagramChannel(family);
  }

  @Override
  public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
    var factory = sockets.channelFactory(domainSocket);
    return () -> {
      Channel socket = factory.newChannel();
      socket.pipeline().addFirst(new PasswordGuard());
      open.add(socket);
      socket.closeFuture().addListener(_ -> open.remove(socket));
      return socket;
    };
  }

  /**
   * Closes every socket at once: the client leaves one open each time that a server has no TLS, and
   * then waits for it at its end.
   */
  void cutAll() {
    for (var socket : open) {
      if (socket.isRegistered() && !socket.eventLoop().isShuttingDown()) {
        socket.eventLoop().execute(() -> socket.unsafe().close(socket.voidPromise()));
      }
    }
  }

  @Override
  public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
    return sockets.serverChannelFactory(domainSocket);
  }

  /**
   * Closes a connection at once. The client itself would say goodbye and wait for the server to
   * close it, which one that has gone silent never does.
   */
  static void cut(PgConnection connection) {
    if (((SqlConnectionInternal) connection).unwrap() instanceof SocketConnectionBase base) {
      var codec = base.socket().channelHandlerContext().pipeline().context("codec");
      if (codec != null) {
        var _ = codec.close();
      }
    }
  }

  /** The same from any thread, soon. */
  static void cut(PgConnection connection, Loop loop) {
    try {
      loop.execute(() -> cut(connection));
    } catch (RejectedExecutionException _) {
      // the loop has ended, and its sockets with it
    }
  }

  /** Loops that go on when their borrower ends them. */
  private static final class Borrowed extends AbstractEventExecutorGroup implements EventLoopGroup {
    private final EventLoopGroup owned;

    Borrowed(EventLoopGroup owned) {
      this.owned = owned;
    }

    @Override
    public EventLoop next() {
      return owned.next();
    }

    @Override
    public Iterator<EventExecutor> iterator() {
      return owned.iterator();
    }

    @Override
    public ChannelFuture register(Channel channel) {
      return owned.register(channel);
    }

    @Override
    public ChannelFuture register(ChannelPromise promise) {
      return owned.register(promise);
    }

    @Override
    @SuppressWarnings("deprecation") // of Netty's interface
    public ChannelFuture register(Channel channel, ChannelPromise promise) {
      return owned.register(channel, promise);
    }

    @Override
    public Future<?> shutdownGracefully(long quietPeriod, long timeout, TimeUnit unit) {
      return terminationFuture();
    }

    @Override
    public Future<?> terminationFuture() {
      return ImmediateEventExecutor.INSTANCE.newSucceededFuture(true);
    }

    @Override
    @Deprecated
    public void shutdown() {}

    @Override
    public boolean isShuttingDown() {
      return owned.isShuttingDown();
    }

    @Override
    public boolean isShutdown() {
      return owned.isShutdown();
    }

    @Override
    public boolean isTerminated() {
      return owned.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
      return owned.awaitTermination(timeout, unit);
    }
  }
}

package dev.covet.web.server;

import dev.covet.base.config.Reason;
import dev.covet.base.config.StartFailure;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.Transport;
import dev.covet.web.address.Peer;
import dev.covet.web.server.carrier.Connection;
import dev.covet.web.server.carrier.LastLook;
import dev.covet.web.server.carrier.LoopLocal;
import dev.covet.web.server.carrier.ServerState;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.DuplexChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The listening socket of a server: takes connections in as long as there are not too many, and has
 * {@link Protocols} choose what is spoken on each. Safe for use by many threads.
 */
final class Listener {
  private static final int BACKLOG = 1_024;

  private final ServerState server;
  private final Map<ChannelOption<?>, Object> halfOpen;
  private final IdentityHashMap<EventLoop, LoopLocal> locals;
  private final Protocols protocols;
  private final @Nullable UnixSocket unix;
  private final Channel socket;

  /**
   * Opens the socket.
   *
   * @throws StartFailure if the address cannot be bound
   */
  Listener(
      ServerState server,
      IdentityHashMap<EventLoop, LoopLocal> locals,
      Protocols protocols,
      Loops loops,
      ServerSettings settings) {
    this.server = server;
    this.halfOpen = halfOpen(loops.transport());
    this.locals = locals;
    this.protocols = protocols;
    this.unix = settings.unixSocket().map(UnixSocket::new).orElse(null);
    this.socket = unix == null ? bind(loops, settings) : bind(unix, loops, settings);
  }

  /**
   * Who says nothing for 60 s is asked whether it is still there, and taken for gone 30 s later. An
   * answer that it does not take has a limit of its own, {@code writeStallSecondsMax}.
   */
  static Map<ChannelOption<?>, Object> halfOpen(Transport transport) {
    var options = transport.keepAlive();
    return Map.of(options.idleSeconds(), 60, options.intervalSeconds(), 10, options.count(), 3);
  }

  private Channel bind(Loops loops, ServerSettings settings) {
    var bootstrap =
        bootstrap(loops, settings)
            .channel(loops.transport().serverChannel())
            .option(ChannelOption.SO_REUSEADDR, true)
            .option(loops.transport().reusePort(), settings.sharesPort() ? true : null)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
    return opened(bootstrap.bind(settings.host(), settings.port()), settings);
  }

  private Channel bind(UnixSocket unix, Loops loops, ServerSettings settings) {
    unix.check();
    var transport = loops.transport();
    var bootstrap = bootstrap(loops, settings).channel(transport.unixChannel());
    var opened = opened(bootstrap.bind(transport.unixAddress().apply(unix.fresh())), settings);
    try {
      unix.opened();
      return opened;
    } catch (IOException e) {
      var _ = opened.close().awaitUninterruptibly();
      throw cannotListen(settings, e);
    }
  }

  private ServerBootstrap bootstrap(Loops loops, ServerSettings settings) {
    var bytesMax = settings.limits().body().writeBufferBytesMax();
    return new ServerBootstrap()
        .group(loops.acceptor(), loops.group())
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .childOption(ChannelOption.RECVBUF_ALLOCATOR, oneRead())
        .childOption(
            ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(bytesMax / 2, bytesMax))
        .handler(new AcceptPause(server.metrics()))
        .childHandler(new Accept());
  }

  private static Channel opened(ChannelFuture binding, ServerSettings settings) {
    var bound = binding.awaitUninterruptibly();
    if (!bound.isSuccess()) throw cannotListen(settings, bound.cause());
    return bound.channel();
  }

  private static StartFailure cannotListen(ServerSettings settings, Throwable cause) {
    var address =
        settings.unixSocket().isPresent()
            ? settings.host()
            : settings.host() + ":" + settings.port();
    var failure =
        new StartFailure(
            List.of(
                "The server cannot listen on "
                    + address
                    + ": "
                    + Reason.of(cause)
                    + ". Set PORT to a free port, or HOST to an address of this machine."));
    if (!Reason.isKnown(cause)) failure.initCause(cause); // then the log shows it
    return failure;
  }

  /** Builds the pipeline of a connection, or closes it where there are too many. */
  private final class Accept extends ChannelInitializer<DuplexChannel> {
    @Override
    protected void initChannel(DuplexChannel channel) {
      var _ = unix != null || channel.config().setOptions(halfOpen); // where the system has them
      var address = peer(channel.remoteAddress());
      if (address == null || !server.opened(address.getAddress())) {
        var _ = channel.close();
        return;
      }
      var local = Objects.requireNonNull(locals.get(channel.eventLoop()));
      var peer = Peer.of(address, channel.id().asShortText());
      protocols.speak(new Connection(server, local, channel, peer));
    }
  }

  /** Who is there; null if it has left already. */
  private @Nullable InetSocketAddress peer(@Nullable SocketAddress remote) {
    if (unix != null) return UnixSocket.peer();
    return remote instanceof InetSocketAddress address ? address : null;
  }

  /** One read, of at most 64 KB, before it is looked at whether more may be read ahead. */
  private static RecvByteBufAllocator oneRead() {
    return new AdaptiveRecvByteBufAllocator().maxMessagesPerRead(1);
  }

  /** The port on which it listens; 0 if it has none. */
  int port() {
    return socket.localAddress() instanceof InetSocketAddress address ? address.getPort() : 0;
  }

  /**
   * Takes no more connections, but for those that clients had opened by now.
   *
   * @param lastLook how long for these: the system breaks off what is in its backlog after that
   */
  ChannelFuture close(Duration lastLook) {
    LastLook.then(this::closeNow, socket.eventLoop(), lastLook);
    var closing = socket.closeFuture();
    return unix == null ? closing : closing.addListener(_ -> unix.closed());
  }

  private void closeNow() {
    var _ = socket.close();
  }
}

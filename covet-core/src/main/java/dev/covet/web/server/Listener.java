package dev.covet.web.server;

import dev.covet.base.config.Reason;
import dev.covet.base.config.StartFailure;
import dev.covet.base.loop.Loops;
import dev.covet.web.address.Peer;
import dev.covet.web.server.carrier.Connection;
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
import io.netty.channel.socket.SocketChannel;
import java.net.InetSocketAddress;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/**
 * The listening socket of a server: takes connections in as long as there are not too many, and has
 * {@link Protocols} choose what is spoken on each. Safe for use by many threads.
 */
final class Listener {
  private static final int BACKLOG = 1_024;

  private final ServerState server;
  private final IdentityHashMap<EventLoop, LoopLocal> locals;
  private final Protocols protocols;
  private final Channel socket;

  /**
   * Opens the socket.
   *
   * @throws StartFailure if the address cannot be bound
   */
  Listener(
      ServerState server,
      IdentityHashMap<EventLoop, LoopLocal> locals,
      Loops loops,
      ServerSettings settings) {
    this.server = server;
    this.locals = locals;
    this.protocols = new Protocols(loops.loops(), settings.limits());
    this.socket = bind(loops, settings);
  }

  private Channel bind(Loops loops, ServerSettings settings) {
    var bytesMax = settings.limits().body().writeBufferBytesMax();
    var bound =
        new ServerBootstrap()
            .group(loops.acceptor(), loops.group())
            .channel(loops.transport().serverChannel())
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childOption(ChannelOption.RECVBUF_ALLOCATOR, oneRead())
            .childOption(
                ChannelOption.WRITE_BUFFER_WATER_MARK,
                new WriteBufferWaterMark(bytesMax / 2, bytesMax))
            .handler(new AcceptPause(server.metrics()))
            .childHandler(new Accept())
            .bind(settings.host(), settings.port())
            .awaitUninterruptibly();
    if (!bound.isSuccess()) throw cannotListen(settings, bound.cause());
    return bound.channel();
  }

  private static StartFailure cannotListen(ServerSettings settings, Throwable cause) {
    var address = settings.host() + ":" + settings.port();
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
  private final class Accept extends ChannelInitializer<SocketChannel> {
    @Override
    protected void initChannel(SocketChannel channel) {
      var address = channel.remoteAddress();
      if (address == null || !server.opened(address.getAddress())) {
        var _ = channel.close();
        return;
      }
      var local = Objects.requireNonNull(locals.get(channel.eventLoop()));
      var peer = Peer.of(address, channel.id().asShortText());
      protocols.speak(new Connection(server, local, channel, peer));
    }
  }

  /** One read, of at most 64 KB, before it is looked at whether more may be read ahead. */
  private static RecvByteBufAllocator oneRead() {
    return new AdaptiveRecvByteBufAllocator().maxMessagesPerRead(1);
  }

  /** The port on which it listens. */
  int port() {
    return ((InetSocketAddress) socket.localAddress()).getPort();
  }

  /** Takes no more connections. */
  ChannelFuture close() {
    return socket.close();
  }
}

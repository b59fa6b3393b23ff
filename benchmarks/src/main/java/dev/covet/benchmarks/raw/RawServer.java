package dev.covet.benchmarks.raw;

import dev.covet.base.loop.Transport;
import dev.covet.base.loop.TransportMode;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Netty's own codecs of HTTP/1.1 and HTTP/2, one event loop a core, and a handler on it. */
public final class RawServer implements AutoCloseable {
  private static final int BACKLOG = 1_024;

  private final Map<EventLoop, LoopState> states = new ConcurrentHashMap<>();
  private final MultiThreadIoEventLoopGroup group;
  private final Channel listener;

  private RawServer(String host, int port) {
    var transport = transport();
    var cores = Runtime.getRuntime().availableProcessors();
    group = new MultiThreadIoEventLoopGroup(cores, transport.ioHandlers());
    listener =
        new ServerBootstrap()
            .group(group)
            .channel(transport.serverChannel())
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(new Accept())
            .bind(host, port)
            .syncUninterruptibly()
            .channel();
  }

  /** That of the servers beside it: all read the same setting. */
  public static Transport transport() {
    var mode = System.getenv().getOrDefault("TRANSPORT", "auto");
    return Transport.choose(TransportMode.valueOf(mode.toUpperCase(Locale.ROOT)));
  }

  /** Starts the server on a port, or on a free one for 0. */
  public static RawServer start(String host, int port) {
    return new RawServer(host, port);
  }

  private final class Accept extends ChannelInitializer<SocketChannel> {
    @Override
    protected void initChannel(SocketChannel channel) {
      var state = states.computeIfAbsent(channel.eventLoop(), _ -> new LoopState());
      channel.pipeline().addLast(new Choice(state));
    }
  }

  /** Chooses by the first bytes, and is not there any more then. */
  private static final class Choice extends ChannelInboundHandlerAdapter {
    private final LoopState state;

    Choice(LoopState state) {
      this.state = state;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      var pipeline = ctx.pipeline();
      if (message instanceof ByteBuf bytes
          && bytes.getByte(bytes.readerIndex()) == 'P'
          && bytes.getByte(bytes.readerIndex() + 1) == 'R') {
        pipeline.addLast(Http2FrameCodecBuilder.forServer().build(), new RawHttp2Handler(state));
      } else {
        pipeline.addLast(new HttpServerCodec(new HttpDecoderConfig()), new RawHandler(state));
      }
      pipeline.remove(this);
      pipeline.fireChannelRead(message);
    }
  }

  /** The port on which it listens. */
  public int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  /** Waits until it is closed. */
  public void awaitClose() throws InterruptedException {
    listener.closeFuture().sync();
  }

  @Override
  public void close() {
    listener.close().syncUninterruptibly();
    group.shutdownGracefully().syncUninterruptibly();
  }
}

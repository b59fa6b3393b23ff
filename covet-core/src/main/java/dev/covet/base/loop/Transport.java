package dev.covet.base.loop;

import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.ResourceLeakDetector;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import jdk.net.ExtendedSocketOptions;

/**
 * How sockets are driven: by what {@link NativeSockets} bring, or by what every JDK has.
 *
 * @param name as the setting has it: {@code io_uring}, {@code epoll}, {@code kqueue}, {@code nio}
 * @param ioHandlers makes the part of an event loop that waits for sockets
 * @param serverChannel the kind of listening socket
 * @param unixChannel the kind of listening socket that is a file (a Unix domain socket)
 * @param unixAddress what such a socket is bound to, for the path of its file
 * @param reusePort has several sockets listen on one port ({@code SO_REUSEPORT})
 * @param keepAlive when a silent peer is asked whether it is still there
 * @param fileCopies which parts of files it has the system copy from its cache to the socket
 */
public record Transport(
    String name,
    IoHandlerFactory ioHandlers,
    Class<? extends ServerChannel> serverChannel,
    Class<? extends ServerChannel> unixChannel,
    Function<Path, SocketAddress> unixAddress,
    ChannelOption<Boolean> reusePort,
    KeepAlive keepAlive,
    FileCopies fileCopies) {

  /**
   * The options of TCP for {@code SO_KEEPALIVE}.
   *
   * @param idleSeconds of silence before the first question
   * @param intervalSeconds between two questions
   * @param count of questions without an answer, after which the peer is taken for gone
   */
  public record KeepAlive(
      ChannelOption<Integer> idleSeconds,
      ChannelOption<Integer> intervalSeconds,
      ChannelOption<Integer> count) {}

  /**
   * What the system copies of files.
   *
   * @param atOnceMax most parts at once
   * @param endMax up to which byte of a file they may reach
   */
  public record FileCopies(int atOnceMax, long endMax) {
    static final FileCopies ALL = new FileCopies(Integer.MAX_VALUE, Long.MAX_VALUE);
  }

  static {
    // Netty follows one buffer of 128 with a stack trace, for those who release buffers by hand;
    // here nobody does, and it costs 3 % of a small request. Its own property still asks for it.
    var asked = Stream.of("io.netty.leakDetection.level", "io.netty.leakDetectionLevel");
    if (asked.allMatch(name -> System.getProperty(name) == null)) {
      ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
    }
  }

  /** What every JDK has. */
  static Transport nio() {
    return new Transport(
        "nio",
        NioIoHandler.newFactory(),
        NioServerSocketChannel.class,
        NioServerDomainSocketChannel.class,
        UnixDomainSocketAddress::of,
        NioChannelOption.of(StandardSocketOptions.SO_REUSEPORT),
        new KeepAlive(
            NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPIDLE),
            NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPINTERVAL),
            NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPCOUNT)),
        FileCopies.ALL);
  }

  /** The fastest transport that this process has, of those that the mode allows. */
  public static Transport choose(TransportMode mode) {
    return ChosenTransport.of(mode).transport();
  }
}

package dev.covet.base.loop;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.ResourceLeakDetector;
import java.util.stream.Stream;

/**
 * How sockets are driven. The one place where io_uring and epoll will be chosen, once their native
 * jars exist for the newest Netty release, which outranks them.
 *
 * @param name for the start line, "nio"
 * @param ioHandlers makes the part of an event loop that waits for sockets
 * @param serverChannel the kind of listening socket
 * @param unixChannel the kind of listening socket that is a file (a Unix domain socket)
 */
public record Transport(
    String name,
    IoHandlerFactory ioHandlers,
    Class<? extends ServerChannel> serverChannel,
    Class<? extends ServerChannel> unixChannel) {

  static {
    // Netty follows one buffer of 128 with a stack trace, for those who release buffers by hand;
    // here nobody does, and it costs 3 % of a small request. Its own property still asks for it.
    var asked = Stream.of("io.netty.leakDetection.level", "io.netty.leakDetectionLevel");
    if (asked.allMatch(name -> System.getProperty(name) == null)) {
      ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
    }
  }

  /** The fastest transport that this process has. */
  public static Transport choose() {
    return new Transport(
        "nio",
        NioIoHandler.newFactory(),
        NioServerSocketChannel.class,
        NioServerDomainSocketChannel.class);
  }
}

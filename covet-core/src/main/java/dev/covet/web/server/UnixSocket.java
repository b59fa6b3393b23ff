package dev.covet.web.server;

import dev.covet.base.config.StartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A listening socket that is a file (a Unix domain socket), for a proxy on this machine: open to
 * its owner and the owner's group. What a process has left behind that was killed is removed. Used
 * by one thread at a time.
 */
final class UnixSocket {
  /** How {@code HOST} says it. */
  static final String SCHEME = "unix:";

  /** What the kernel has room for in an address, less a few for the name of the beginning. */
  static final int PATH_BYTES_MAX = 100;

  private static final int NAME_BITS = 24;

  private final Path path;

  /** Where it is until all is well with it; Netty removes this at its end, and nothing else. */
  private final Path fresh;

  private @Nullable Object key;

  UnixSocket(Path path) {
    this.path = path;
    var random = ThreadLocalRandom.current().nextInt(1 << NAME_BITS);
    this.fresh = path.resolveSibling("." + Integer.toString(random, Character.MAX_RADIX));
  }

  /** What to bind. */
  Path fresh() {
    return fresh;
  }

  /** Who comes by such a socket is a process of this machine. */
  static InetSocketAddress peer() {
    try {
      var here = InetAddress.getByAddress("unix", new byte[] {127, 0, 0, 1});
      return new InetSocketAddress(here, 0);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // it has 4 bytes
    }
  }

  /**
   * Makes sure of its place.
   *
   * @throws StartFailure if something else is there, or another process listens on it
   */
  void check() {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) return;
    try {
      var found = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!found.isOther()) throw cannotListen("that is a file of another kind");
      if (isServed()) throw cannotListen("another process listens on it");
    } catch (IOException e) {
      throw new StartFailure("The server cannot listen on " + path, e);
    }
  }

  private StartFailure cannotListen(String why) {
    return new StartFailure(
        List.of(
            "The server cannot listen on " + path + ": " + why + ". Set HOST to another path."));
  }

  private boolean isServed() {
    try (var client = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return client.connect(UnixDomainSocketAddress.of(path));
    } catch (IOException _) {
      return false; // nobody listens
    }
  }

  /** It is bound: puts it into its place, in that of what a killed process has left. */
  void opened() throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-rw----"));
    }
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    key = fileKey().orElse(null);
  }

  /** Removes the file, unless another server has made one in its place. */
  void closed() {
    try {
      if (key == null || key.equals(fileKey().orElse(null))) Files.deleteIfExists(path);
    } catch (IOException _) {
      // the next start looks again
    }
  }

  private Optional<Object> fileKey() throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) return Optional.empty();
    return Optional.ofNullable(Files.readAttributes(path, BasicFileAttributes.class).fileKey());
  }
}

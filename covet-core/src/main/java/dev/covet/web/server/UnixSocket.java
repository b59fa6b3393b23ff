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
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A listening socket that is a file (a Unix domain socket), for a proxy on this machine: open to
 * its owner and the owner's group. What a process has left behind that was killed is removed. Used
 * by one thread at a time.
 */
final class UnixSocket {
  /** How {@code HOST} says it. */
  static final String SCHEME = "unix:";

  /** What the kernel has room for in an address. */
  static final int PATH_BYTES_MAX = 107;

  private final Path path;
  private @Nullable Object key;

  UnixSocket(Path path) {
    this.path = path;
  }

  UnixDomainSocketAddress address() {
    return UnixDomainSocketAddress.of(path);
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
   * Makes room for it.
   *
   * @throws StartFailure if something else is there, or another process listens on it
   */
  void prepare() {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) return;
    try {
      var found =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!found.isOther()) throw cannotListen("that is a file of another kind");
      if (isServed()) throw cannotListen("another process listens on it");
      Files.delete(path);
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
      return client.connect(address());
    } catch (IOException _) {
      return false; // nobody listens
    }
  }

  /** It is open now. */
  void opened() throws IOException {
    key = fileKey().orElse(null);
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw----"));
    }
  }

  /** Removes the file, unless another server has made one in its place. */
  void closed() {
    try {
      if (key == null || key.equals(fileKey().orElse(null))) Files.deleteIfExists(path);
    } catch (IOException _) {
      return; // the next start looks again
    }
  }

  private Optional<Object> fileKey() throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) return Optional.empty();
    return Optional.ofNullable(Files.readAttributes(path, BasicFileAttributes.class).fileKey());
  }
}

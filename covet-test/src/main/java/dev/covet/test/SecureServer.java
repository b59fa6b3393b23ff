package dev.covet.test;

import dev.covet.web.server.Server;
import dev.covet.web.server.tls.TlsSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import javax.net.SocketFactory;

/**
 * A server with a certificate.
 *
 * @param sockets those of clients that trust it
 */
record SecureServer(Server server, SocketFactory sockets) implements AutoCloseable {
  static SecureServer start(Function<TlsSettings, Server> start) {
    var server = start.apply(TlsSettings.selfSigned(Certificate.FOLDER));
    return new SecureServer(server, Certificate.SOCKETS);
  }

  /** One for all tests of this JVM, with which it goes: to make one takes a second. */
  private static final class Certificate {
    private static final Path FOLDER = folder();
    private static final SocketFactory SOCKETS = TlsSettings.trusting(FOLDER).getSocketFactory();

    private static Path folder() {
      try {
        var folder = Files.createTempDirectory("covet-tls");
        var _ = TlsSettings.trusting(folder); // makes it
        folder.toFile().deleteOnExit(); // after what is in it
        try (var files = Files.list(folder)) {
          files.forEach(each -> each.toFile().deleteOnExit());
        }
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }
}

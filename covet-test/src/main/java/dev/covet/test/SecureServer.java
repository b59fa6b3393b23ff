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
 * A server with a certificate of its own, which goes with it.
 *
 * @param folder where the certificate is
 * @param sockets those of clients that trust it
 */
record SecureServer(Path folder, Server server, SocketFactory sockets) implements AutoCloseable {
  static SecureServer start(Function<TlsSettings, Server> start) {
    try {
      var folder = Files.createTempDirectory("covet-tls");
      var server = start.apply(TlsSettings.selfSigned(folder));
      return new SecureServer(folder, server, TlsSettings.trusting(folder).getSocketFactory());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) Files.delete(file);
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

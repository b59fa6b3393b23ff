package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.web.http.Handler;
import dev.covet.web.http.Response;
import dev.covet.web.server.tls.CertificateFiles;
import dev.covet.web.server.tls.Handshakes;
import dev.covet.web.server.tls.TlsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** security.md X1: a new certificate without a restart, and a broken one that changes nothing. */
@ExtendWith(NoLeaks.class)
final class CertificateReloadTest {
  private static final Handler HELLO = _ -> Response.text("hello");

  @TempDir Path folder;

  private static RunningServer server(TlsSettings tls) {
    return RunningServer.of(HELLO, ServerSettings.of("127.0.0.1", 0).withTls(tls));
  }

  private static String shown(RunningServer server, TlsSocket client) throws IOException {
    try (var socket = client.socket(server.server().port())) {
      return subject(socket);
    }
  }

  private static String subject(SSLSocket socket) throws IOException {
    return socket.getSession().getPeerPrincipal().getName();
  }

  private static void await(BooleanSupplier condition) {
    var end = System.nanoTime() + 15_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within 15 s").isLessThan(end);
      LockSupport.parkNanos(10_000_000);
    }
  }

  @Test
  void aNewCertificateIsServedToNewConnectionsAndOldOnesGoOn() throws Exception {
    var files = TestKey.ONE.in(folder);
    var wild = TestKey.WILD.in(folder);
    try (var server = server(TlsSettings.of(files));
        var old = TlsSocket.to("").connect(server)) {
      assertThat(old.get("/a").answer().status()).isEqualTo(200);
      Files.move(wild.certificate(), files.certificate(), StandardCopyOption.REPLACE_EXISTING);
      Files.move(wild.key(), files.key(), StandardCopyOption.REPLACE_EXISTING);
      await(() -> shows(server, "CN=*.wild.example"));
      assertThat(old.get("/b").answer().status()).isEqualTo(200);
      assertThat(subject((SSLSocket) old.socket())).isEqualTo("CN=one.example");
    }
  }

  private static boolean shows(RunningServer server, String subject) {
    try {
      return shown(server, TlsSocket.to("")).equals(subject);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** As Kubernetes does it, each time by one link that is swapped. */
  @Test
  void linksThatAreSwappedAreFollowedEachTime() throws Exception {
    var data = folder.resolve("..data");
    var files =
        new CertificateFiles(
            Files.createSymbolicLink(folder.resolve("tls.crt"), Path.of("..data/tls.crt")),
            Files.createSymbolicLink(folder.resolve("tls.key"), Path.of("..data/tls.key")));
    swap(data, TestKey.ONE);
    try (var server = server(TlsSettings.of(files))) {
      swap(data, TestKey.WILD);
      await(() -> shows(server, "CN=*.wild.example"));
      swap(data, TestKey.INNER);
      await(() -> shows(server, "CN=inner.wild.example"));
    }
  }

  private void swap(Path data, TestKey key) throws IOException {
    var fresh = Files.createDirectory(folder.resolve(".." + key));
    Files.writeString(fresh.resolve("tls.crt"), key.certificatePem());
    Files.writeString(fresh.resolve("tls.key"), key.keyPem());
    var link = Files.createSymbolicLink(folder.resolve("..fresh"), fresh.getFileName());
    Files.move(link, data, StandardCopyOption.ATOMIC_MOVE);
  }

  @Test
  void aBrokenFileKeepsTheOldCertificateAndIsLoggedOnce() throws Exception {
    var files = TestKey.ONE.in(folder);
    try (var log = new LogLines(Handshakes.class.getPackageName());
        var server = server(TlsSettings.of(files))) {
      Files.writeString(files.certificate(), "broken");
      await(() -> !log.with(files.certificate().toString()).isEmpty());
      assertThat(shown(server, TlsSocket.to(""))).isEqualTo("CN=one.example");
      LockSupport.parkNanos(2_500_000_000L);
      assertThat(log.with(files.certificate().toString())).hasSize(1);
      Files.delete(files.certificate());
      await(() -> log.with("there is no " + files.certificate()).size() == 1);
      assertThat(shown(server, TlsSocket.to(""))).isEqualTo("CN=one.example");
      TestKey.ONE_EC.in(folder);
      Files.writeString(files.certificate(), TestKey.ONE_EC.certificatePem());
      Files.writeString(files.key(), TestKey.ONE_EC.keyPem());
      await(() -> isEc(server));
    }
  }

  private static boolean isEc(RunningServer server) {
    try (var socket = TlsSocket.to("").socket(server.server().port())) {
      return socket
          .getSession()
          .getPeerCertificates()[0]
          .getPublicKey()
          .getAlgorithm()
          .equals("EC");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

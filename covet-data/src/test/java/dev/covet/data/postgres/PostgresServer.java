package dev.covet.data.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** One server for all tests of this JVM, with a schema for each of them; it ends with the JVM. */
public final class PostgresServer {
  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private PostgresServer() {}

  private static final class Started {
    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("full_page_writes", "off")
            .setServerConfig("max_connections", "400")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The address of an empty schema of its own. */
  public static String url() {
    var schema = "test_" + SCHEMAS.incrementAndGet();
    run("CREATE SCHEMA " + schema);
    return "postgresql://postgres@127.0.0.1:%d/postgres?schema=%s"
        .formatted(Started.SERVER.getPort(), schema);
  }

  /** Runs a statement on a connection of its own. */
  static void run(String sql) {
    try (var connection = Started.SERVER.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}

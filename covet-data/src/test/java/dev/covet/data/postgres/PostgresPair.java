package dev.covet.data.postgres;

import dev.covet.data.Until;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A primary and a replica that follows it, for one test class. The programs that tests have lack
 * {@code pg_basebackup}; so the replica begins as a copy of the primary's folder before that is
 * started.
 */
final class PostgresPair implements AutoCloseable {
  private final Path folder;
  private final EmbeddedPostgres primary;
  private EmbeddedPostgres replica;
  private boolean hasPrimary = true;

  private PostgresPair() throws IOException {
    folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "pair");
    primary = start("primary", 0, this::copy);
    Files.createFile(folder.resolve("replica/standby.signal"));
    Files.writeString(
        folder.resolve("replica/postgresql.auto.conf"),
        """
        primary_conninfo = 'host=127.0.0.1 port=%s user=postgres'
        wal_retrieve_retry_interval = '100ms'
        """
            .formatted(primary.getPort()),
        StandardOpenOption.APPEND);
    replica = start("replica", 0, _ -> {});
  }

  static PostgresPair start() {
    try {
      return new PostgresPair();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EmbeddedPostgres start(String name, int port, Consumer<File> prepared)
      throws IOException {
    var builder =
        PostgresServer.builder()
            .setDataDirectory(folder.resolve(name))
            .setCleanDataDirectory(false)
            .setServerConfig("synchronous_commit", "on");
    return PostgresServer.start(builder, () -> port, prepared);
  }

  /** What the primary has before its first start. */
  private void copy(File data) {
    if (Files.exists(folder.resolve("replica"))) return; // it is started once more
    try (var files = Files.walk(data.toPath())) {
      for (var file : files.toList()) {
        var to = folder.resolve("replica").resolve(data.toPath().relativize(file));
        Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int primaryPort() {
    return primary.getPort();
  }

  int replicaPort() {
    return replica.getPort();
  }

  /** Both servers, the primary first. */
  String hosts() {
    return hosts(primaryPort());
  }

  /** Both servers, the primary behind another port. */
  String hosts(int port) {
    return "127.0.0.1:%s,127.0.0.1:%s".formatted(port, replicaPort());
  }

  /** Runs a text on the primary; the first value of its answer, if there is one. */
  @Nullable String onPrimary(String sql) {
    return on(primary, sql);
  }

  /** Runs a text on the replica; the first value of its answer, if there is one. */
  @Nullable String onReplica(String sql) {
    return on(replica, sql);
  }

  private static @Nullable String on(EmbeddedPostgres server, String sql) {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      if (!statement.execute(sql)) return null;
      try (var rows = statement.getResultSet()) {
        return rows.next() ? rows.getString(1) : null;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** From now on a commit waits until the replica has it, too. */
  void beSynchronous() {
    onPrimary("ALTER SYSTEM SET synchronous_standby_names = '*'");
    onPrimary("SELECT pg_reload_conf()");
    Until.holds(() -> "sync".equals(onPrimary("SELECT sync_state FROM pg_stat_replication")));
  }

  /** Ends the primary as a loss of power does. */
  void killPrimary() throws IOException {
    var pid = Files.readAllLines(folder.resolve("primary/postmaster.pid")).getFirst();
    ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
    hasPrimary = false;
  }

  /** Waits until the replica has what the primary has now. */
  void catchUp() {
    var position = onPrimary("SELECT pg_current_wal_lsn()");
    var question = "SELECT pg_last_wal_replay_lsn() >= '%s'".formatted(position);
    Until.holds(() -> "t".equals(onReplica(question)));
  }

  /** Makes the replica a primary. */
  void promote() {
    if (hasPrimary) catchUp();
    onReplica("SELECT pg_promote()");
  }

  void stopReplica() throws IOException {
    replica.close();
  }

  /** Starts it again, where it was. */
  void startReplica() throws IOException {
    replica = start("replica", replicaPort(), _ -> {});
  }

  @Override
  public void close() throws IOException {
    replica.close();
    if (hasPrimary) primary.close();
    try (var files = Files.walk(folder)) {
      for (var file : files.toList().reversed()) Files.deleteIfExists(file);
    }
  }
}

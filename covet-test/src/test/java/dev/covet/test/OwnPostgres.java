package dev.covet.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A PostgreSQL of one test alone, which may be stopped, killed and started again where it was. */
public final class OwnPostgres implements AutoCloseable {
  private static final long START_NANOS_MAX = TimeUnit.SECONDS.toNanos(30);

  private final Path folder;
  private EmbeddedPostgres server;

  /** Starts one whose files are in a folder that is not there yet. */
  public OwnPostgres(Path folder) throws IOException {
    this.folder = folder;
    this.server = start(0);
  }

  private EmbeddedPostgres start(int port) throws IOException {
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            .setServerConfig("max_connections", "100")
            .setServerConfig("synchronous_commit", "on"); // what was told to be stored is counted
    return PostgresProcess.start(builder, () -> port);
  }

  /** Where it is; further parameters may follow. */
  public String url() {
    return "postgresql://postgres@127.0.0.1:%s/postgres?sslmode=disable"
        .formatted(server.getPort());
  }

  /** Sends a signal to it: {@code KILL}, {@code INT} for a fast stop. Returns when it has ended. */
  public void end(String signal) throws IOException, InterruptedException {
    var pid = Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().strip();
    new ProcessBuilder("kill", "-" + signal, pid).start().waitFor();
    server.getProcess().waitFor();
    server.close();
  }

  /** Starts it again, on the same port and with what is stored. */
  public void startAgain() throws IOException {
    var end = System.nanoTime() + START_NANOS_MAX;
    for (var isStarted = false; !isStarted; ) {
      try {
        server = start(server.getPort());
        isStarted = true;
      } catch (IOException | IllegalStateException failure) {
        if (System.nanoTime() - end > 0) throw failure; // processes of the killed one may still end
        LockSupport.parkNanos(100_000_000);
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

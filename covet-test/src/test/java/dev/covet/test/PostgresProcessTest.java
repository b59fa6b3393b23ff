package dev.covet.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.SAME_THREAD)
final class PostgresProcessTest {
  @TempDir private static Path folder; // one set of files for all: to make it takes long
  @AutoClose private final ServerSocket other;

  PostgresProcessTest() throws IOException {
    other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private EmbeddedPostgres start(Integer... ports) throws IOException {
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("data"))
            .setCleanDataDirectory(false);
    return PostgresProcess.start(builder, List.of(ports).iterator()::next);
  }

  /** As any call that leaves the machine takes one. */
  private Socket taken() throws IOException {
    return new Socket(other.getInetAddress(), other.getLocalPort());
  }

  /** Zonky closes the port that it found free, and another may take it before the server does. */
  @Test
  void aServerWhosePortIsTakenIsStartedOnTheNext() throws IOException, SQLException {
    try (var taken = taken();
        var server = start(taken.getLocalPort(), 0);
        var connection = server.getPostgresDatabase().getConnection()) {
      assertThat(connection.isValid(10)).isTrue();
      assertThat(server.getPort()).isNotEqualTo(taken.getLocalPort());
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
  }

  @Test
  void aServerThatDoesNotStartIsGivenUpWithWhatItSaid() throws IOException {
    try (var taken = taken()) {
      var port = taken.getLocalPort();

      assertThatThrownBy(() -> start(port, port, port, port))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("\"127.0.0.1\": Address already in use")
          .hasMessageContaining("could not start server");
    }
  }

  /** Those of other users cannot even be read: a run as root stopped one as somebody else. */
  @Test
  void whatAKilledServerLeftInTheFolderOfSocketsIsNotInTheWay() throws IOException {
    var port = other.getLocalPort();
    other.close();
    var left = Files.createDirectory(Path.of("/tmp/.s.PGSQL." + port + ".lock"));
    try (var server = start(port, port, port, port)) {
      assertThat(server.getPort()).isEqualTo(port);
    } finally {
      Files.delete(left);
    }
  }
}

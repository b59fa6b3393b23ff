package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.web.http.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reliability: a half-open peer, whose machine has gone without a word. */
@ExtendWith(NoLeaks.class)
final class HalfOpenPeerTest {
  private static final List<Path> TABLES =
      Stream.of("/proc/net/tcp", "/proc/net/tcp6").map(Path::of).filter(Files::isReadable).toList();

  /** The kernel's number of the timer that asks a silent peer whether it is there. */
  private static final String KEEP_ALIVE = "02";

  @Test
  void aSilentPeerIsAskedWithinAMinuteWhetherItIsThere() throws IOException {
    if (TABLES.isEmpty()) return; // only Linux tells of its timers
    try (var server = RunningServer.of(_ -> Response.text("done"));
        var client = server.connect()) {
      assertThat(client.get("/").answer().status()).isEqualTo(200);
      var left = keepAlive(server.server().port(), client.socket().getLocalPort());
      assertThat(left).isBetween(4_000L, 6_100L); // of 10 ms
    }
  }

  /** The time until a connection's peer is asked; waits until it has confirmed what it got. */
  private static long keepAlive(int local, int remote) throws IOException {
    for (var end = System.nanoTime() + 5_000_000_000L; System.nanoTime() < end; ) {
      var timer = timer(local, remote);
      if (timer.getFirst().equals(KEEP_ALIVE)) return Long.parseLong(timer.getLast(), 16);
    }
    throw new AssertionError("no such timer");
  }

  /** The kind of the timer of a connection, and how long it still has; see proc(5). */
  private static List<String> timer(int local, int remote) throws IOException {
    for (var table : TABLES) {
      for (var line : Files.readAllLines(table)) {
        var cells = line.strip().split("\\s+", -1);
        var isIt =
            cells[1].endsWith(":%04X".formatted(local))
                && cells[2].endsWith(":%04X".formatted(remote));
        if (isIt) return List.of(cells[5].split(":", -1));
      }
    }
    throw new AssertionError("no such connection");
  }
}

package dev.covet.front;

import static ledger.Calls.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.test.TestDatabase;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ledger.Calls;
import ledger.Ledger;
import ledger.Serving;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** S3.ep.sse: open streams have no connection to a database between their statements. */
@Timeout(300)
final class EventsAndRowsTest {
  private static final int MANY = 500;
  private static final int CONNECTIONS = 5;

  @Test
  void manyStreamsLeaveTheConnectionsToOthers() throws IOException {
    var app = Ledger.app().set("DATABASE_CONNECTIONS_MAX", "" + CONNECTIONS);
    var streams = new ArrayList<Socket>();
    try (var ledger = new Serving(app, TestDatabase.postgres())) {
      var calls = ledger.calls();
      assertThat(calls.post("/ledger", entry("first")).status()).isEqualTo(201);
      for (var i = 0; i < MANY; i++) streams.add(calls.begin("GET", "/ledger/watched", ""));
      for (var stream : streams) awaitEvent(stream);

      assertThat(ledger.connections("in_use")).isZero();
      assertThat(ledger.connections("open")).isLessThanOrEqualTo(CONNECTIONS);
      for (var i = 0; i < 50; i++) {
        assertThat(calls.post("/ledger", entry("more " + i)).status()).isEqualTo(201);
      }
      assertThat(calls.get("/ledger/count").body()).isEqualTo("51");
    } finally {
      close(streams);
    }
  }

  private static void awaitEvent(Socket stream) throws IOException {
    var come = new StringBuilder();
    var in = stream.getInputStream();
    while (come.indexOf("data: 1\n\n") < 0) {
      var bytes = new byte[1_024];
      var count = in.read(bytes);
      if (count < 0) throw new IOException("closed after: " + come);
      come.append(new String(bytes, 0, count, StandardCharsets.US_ASCII));
    }
  }

  private static void close(List<Socket> streams) throws IOException {
    for (var stream : streams) stream.close();
  }

  /** Its client has gone, and the statement that it begins then is its last. */
  @Test
  void aStreamThatIsLeftGivesBackWhatItHas() throws Exception {
    try (var ledger = new Serving(Ledger.app(), TestDatabase.postgres())) {
      for (var i = 0; i < 50; i++) {
        var stream = ledger.calls().begin("GET", "/ledger/watched", "");
        Calls.reset(stream);
      }
      for (var end = System.nanoTime() + 20_000_000_000L; ledger.connections("in_use") > 0; ) {
        assertThat(System.nanoTime()).isLessThan(end);
        Thread.onSpinWait();
      }
      assertThat(ledger.calls().get("/ledger/count").body()).isEqualTo("0");
    }
  }
}

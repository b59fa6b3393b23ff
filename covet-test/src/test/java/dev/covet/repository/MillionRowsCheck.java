package dev.covet.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.test.OwnPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Scanner;
import java.util.regex.Pattern;
import ledger.Calls;
import ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * D2: an answer of a million rows leaves a service whose whole heap is 64 MB. Run by {@code ./covet
 * conformance}.
 */
final class MillionRowsCheck {
  private static final int ROWS = 1_000_000;
  private static final int ROWS_AT_ONCE = 10_000;

  /** A chunk may end between two rows. */
  private static final Pattern BETWEEN_ROWS = Pattern.compile("\\}(\r\n\\p{XDigit}+\r\n)?,");

  @TempDir private Path folder;

  @Test
  void ofSqlite() throws Exception {
    streams("sqlite:" + folder.resolve("ledger.db"));
  }

  @Test
  void ofPostgres() throws Exception {
    try (var postgres = new OwnPostgres(folder.resolve("postgres"))) {
      streams(postgres.url());
    }
  }

  private void streams(String url) throws IOException, InterruptedException {
    var environment = Map.of("DATABASE_URL", url);
    try (var service = Started.of(folder, environment, Ledger.class, "-Xmx64m")) {
      var calls = new Calls(service.port());
      for (var n = 0; n < ROWS; n += ROWS_AT_ONCE) {
        assertThat(calls.post("/ledger/many/" + ROWS_AT_ONCE, "").status()).isEqualTo(201);
      }
      var start = System.nanoTime();
      try (var client = calls.begin("GET", "/ledger", "")) {
        assertThat(rows(client.getInputStream())).isEqualTo(ROWS);
      }
      System.out.printf("%s rows in %d ms%n", ROWS, (System.nanoTime() - start) / 1_000_000);
      assertThat(calls.get("/ledger/count").body()).isEqualTo("" + ROWS);
    }
  }

  /** How many rows come until the end of the answer, of which a part is in memory at a time. */
  private static long rows(InputStream in) throws IOException {
    var rows = 0L;
    var end = "";
    try (var lines = new Scanner(in, StandardCharsets.UTF_8).useDelimiter(BETWEEN_ROWS)) {
      for (; lines.hasNext(); rows++) end = lines.next();
      if (lines.ioException() != null) throw lines.ioException();
    }
    assertThat(end).endsWith("0\r\n\r\n");
    return rows;
  }
}

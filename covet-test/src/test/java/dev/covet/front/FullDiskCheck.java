package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.test.OwnPostgres;
import dev.covet.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ledger.Calls;
import ledger.Ledger;
import ledger.Serving;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reliability row "disk full": writes are told to come again, reads go on, no half of anything
 * is stored, and once there is room it goes on by itself. Run by {@code ./covet conformance}, which
 * makes the small disks.
 */
final class FullDiskCheck {
  private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]*)\"");
  private static final int TEXT_CHARS = 8_000;

  private final Path disks = Path.of(System.getProperty("small.disks", "missing"));
  private final Random random = new Random(3);
  private final List<String> stored = new ArrayList<>();
  @TempDir private Path folder;

  @Test
  void sqlite() throws Exception {
    var disk = disks.resolve("sqlite");
    fillsUp(disk, () -> "sqlite:" + disk.resolve("ledger.db"));
  }

  @Test
  void postgres() throws Exception {
    var disk = disks.resolve("postgres");
    Files.createDirectories(disk.resolve("tables"));
    try (var postgres = new OwnPostgres(folder.resolve("postgres"))) {
      runs(postgres, "CREATE TABLESPACE small LOCATION '%s'".formatted(disk.resolve("tables")));
      runs(postgres, "ALTER DATABASE postgres SET default_tablespace = small");
      fillsUp(disk, postgres::url);
    }
  }

  private static void runs(OwnPostgres postgres, String sql) throws SQLException {
    var jdbc = postgres.url().replace("postgresql://postgres@", "jdbc:postgresql://");
    try (var connection = DriverManager.getConnection(jdbc, "postgres", "");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void fillsUp(Path disk, TestDatabase database) throws Exception {
    var ballast = Files.write(disk.resolve("ballast"), new byte[300_000]);
    try (var ledger = new Serving(Ledger.app(), database)) {
      var calls = ledger.calls();
      for (var round = 0; round < 3; round++) {
        var refused = write(calls, round + " ");
        assertThat(refused.status()).as(refused.body()).isEqualTo(503);
        assertThat(refused.body()).contains("UNAVAILABLE", "cannot write at the moment");
        for (var n = 0; n < 20; n++) {
          assertThat(calls.get("/ledger/1").status()).isEqualTo(200);
          assertThat(calls.get("/ledger/1/twice").status()).isEqualTo(200);
          add(calls, round + " full " + n);
        }
        everyPairIsWhole(calls);
        Files.delete(ballast);
        writesAgain(calls, round);
        fill(ballast);
      }
    }
  }

  private static void fill(Path ballast) {
    try {
      Files.write(ballast, new byte[200_000]);
    } catch (IOException _) {
      // it has taken what was left
    }
  }

  /** Writes until that is refused. */
  private Calls.Answer write(Calls calls, String name) throws IOException {
    for (var n = 0; n < 10_000; n++) {
      var answer = add(calls, name + n);
      if (answer.status() != 201) return answer;
    }
    throw new AssertionError("the disk does not fill up");
  }

  private Calls.Answer add(Calls calls, String code) throws IOException {
    var text =
        random
            .ints(TEXT_CHARS, 'a', 'z' + 1)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    var entry = "{\"code\":\"%s\",\"text\":\"%s\"}".formatted(code, text);
    var answer = calls.post("/ledger/pairs", entry);
    if (answer.status() == 201) stored.add(code);
    return answer;
  }

  private void everyPairIsWhole(Calls calls) throws IOException {
    var there =
        CODE.matcher(calls.get("/ledger").body()).results().map(MatchResult::group).toList();
    var twice =
        stored.stream().map("\"code\":\"%s\""::formatted).flatMap(it -> List.of(it, it).stream());
    assertThat(there).containsExactlyInAnyOrderElementsOf(twice.toList());
  }

  private void writesAgain(Calls calls, int round) throws IOException {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    for (var n = 0; add(calls, round + " again " + n).status() != 201; n++) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      LockSupport.parkNanos(10_000_000);
    }
  }
}

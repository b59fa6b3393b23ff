package dev.covet.data.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A file is read once, however long it is; with the square of its length each took minutes. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class LongFilesTest {
  private static final int LINES = 40_000;

  @Test
  void manyStatementsAreFoundEachAtItsLine() {
    var found = FileStatement.of("INSERT INTO team VALUES (1);\n".repeat(LINES) + "COMMIT;", false);

    assertThat(found).hasSize(LINES + 1);
    assertThat(found.get(1).line()).isEqualTo(2);
    assertThat(found.getLast()).isEqualTo(new FileStatement(LINES + 1, List.of("COMMIT")));
  }

  @Test
  void aBodyOfManyStatementsIsOne() {
    var body = "  INSERT INTO team VALUES (1);\n".repeat(LINES);
    var trigger = "CREATE TRIGGER t AFTER INSERT ON hero BEGIN\n" + body + "END;\n";

    assertThat(FileStatement.of(trigger + "COMMIT;", false))
        .extracting(FileStatement::line)
        .containsExactly(1, LINES + 3);
    assertThat(FileStatement.of(trigger.replace("END;", "COMMIT;"), false))
        .hasSize(LINES + 1)
        .anyMatch(FileStatement::isOfTransaction);
  }

  @Test
  void manyCommentsWithinEachOtherAreOneWhereTheyNest() {
    var nested = "/* it's ".repeat(LINES) + "COMMIT; " + "*/ ".repeat(LINES) + "SELECT 1;\nCOMMIT;";

    assertThat(FileStatement.of(nested, true))
        .containsExactly(
            new FileStatement(1, List.of("SELECT", "1")), new FileStatement(2, List.of("COMMIT")));
    assertThat(FileStatement.of("/* /* it's */ COMMIT; -- */", false))
        .containsExactly(new FileStatement(1, List.of("COMMIT")));
  }

  @Test
  void manyTablesThatAreDroppedAreNamed() {
    var text =
        "DROP TABLE team;\n".repeat(LINES) + "ALTER TABLE t2 RENAME TO hero;DROP TABLE Hero;";

    assertThat(Warnings.of("V1__x.sql", text)).hasSize(LINES);
  }
}

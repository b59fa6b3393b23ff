package dev.covet.data.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.data.driver.DatabaseFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's result codes mean, where nothing but a broken disk could make them. */
final class SqliteErrorsTest {
  @ParameterizedTest
  @CsvSource({
    "SQLITE_FULL, FULL",
    "SQLITE_IOERR_WRITE, FULL",
    "SQLITE_IOERR_FSYNC, FULL",
    "SQLITE_IOERR_SHMSIZE, FULL",
    "SQLITE_READONLY, FULL",
    "SQLITE_IOERR_READ, BROKEN",
    "SQLITE_CORRUPT, BROKEN",
    "SQLITE_BUSY_SNAPSHOT, UNAVAILABLE"
  })
  void anErrorOfTheDiskIsThat(SQLiteErrorCode code, DatabaseFault.Kind kind) {
    assertThat(SqliteErrors.of(new SQLiteException("of the disk", code)))
        .isInstanceOfSatisfying(
            DatabaseFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
  }

  @Test
  void aValueThatIsNotThereIsToldByTheNameOfItsRule() {
    var said = "A NOT NULL constraint failed (NOT NULL constraint failed: team.name)";

    assertThat(
            SqliteErrors.of(new SQLiteException(said, SQLiteErrorCode.SQLITE_CONSTRAINT_NOTNULL)))
        .hasMessage("NOT NULL violated [name]");
  }
}

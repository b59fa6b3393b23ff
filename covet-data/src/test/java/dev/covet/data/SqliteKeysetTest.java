package dev.covet.data;

import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.StatementListener;
import dev.covet.data.sqlite.SqliteFile;

/** Parts of lists in SQLite. */
class SqliteKeysetTest extends KeysetContract {
  @Override
  Driver open(StatementListener listener) {
    return SqliteFile.inMemory().open(DatabaseLimits.STANDARD, listener);
  }
}

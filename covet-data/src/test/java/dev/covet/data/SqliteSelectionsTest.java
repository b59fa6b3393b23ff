package dev.covet.data;

import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.StatementListener;
import dev.covet.data.sqlite.SqliteFile;

/** What is selected in SQLite. */
class SqliteSelectionsTest extends SelectionsContract {
  @Override
  Driver open(StatementListener listener) {
    return SqliteFile.inMemory().open(DatabaseLimits.STANDARD, listener);
  }
}

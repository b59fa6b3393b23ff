package dev.covet.data;

import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.StatementListener;
import dev.covet.data.sqlite.SqliteFile;

/** What conditions find in SQLite. */
class SqliteConditionsTest extends ConditionsContract {
  @Override
  Driver open(StatementListener listener) {
    return SqliteFile.inMemory().open(DatabaseLimits.STANDARD, listener);
  }
}

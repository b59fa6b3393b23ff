package dev.covet.data;

import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.StatementListener;
import dev.covet.data.sqlite.SqliteFile;

/** Many rows written at once in SQLite. */
class SqliteBulkTest extends BulkContract {
  @Override
  Driver open(StatementListener listener) {
    return SqliteFile.inMemory().open(DatabaseLimits.STANDARD, listener);
  }
}

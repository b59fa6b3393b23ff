package dev.covet.data.driver;

import dev.covet.data.sql.Fetch;
import dev.covet.data.sql.Sql;

/** A connection while a piece of work has it. Not thread-safe, and of no use afterwards. */
public interface Link extends Fetch {
  /**
   * Runs a statement that gives no rows.
   *
   * @return number of rows that it changed
   */
  long execute(Sql sql);
}

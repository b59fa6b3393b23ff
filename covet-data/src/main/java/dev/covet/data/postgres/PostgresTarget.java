package dev.covet.data.postgres;

import dev.covet.api.Mode;
import dev.covet.base.loop.Loops;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.StatementListener;
import dev.covet.data.driver.Target;

/** The database that a URL names. */
record PostgresTarget(PostgresUrl url, Connections connections, Mode mode) implements Target {
  /**
   * How many connections there are, and what is at their other end.
   *
   * @param least that are kept open
   * @param pooler whether a pooler is in between, which gives each transaction another connection
   */
  record Connections(int least, int most, boolean pooler) {}

  PostgresTarget withOwnSchema() {
    return new PostgresTarget(url.withOwnSchema(), connections, mode);
  }

  @Override
  public PostgresTarget scratch() {
    var few = new Connections(1, 1, connections.pooler());
    return new PostgresTarget(url.withSchema("covet_scratch_*"), few, mode);
  }

  /** Only a connection can tell, and says so itself. */
  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public Driver open(DatabaseLimits limits, StatementListener listener, Loops loops) {
    return PostgresDriver.open(this, limits, listener, loops);
  }
}

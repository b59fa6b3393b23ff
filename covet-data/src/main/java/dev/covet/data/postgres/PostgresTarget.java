package dev.covet.data.postgres;

import dev.covet.api.Mode;
import dev.covet.base.loop.Loops;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.StatementListener;
import dev.covet.data.driver.Target;
import java.time.Duration;
import java.util.Optional;

/**
 * The database that a URL names.
 *
 * @param lagMax how far a replica may be behind
 */
record PostgresTarget(
    PostgresUrl url,
    PostgresPool.Connections connections,
    Duration lagMax,
    Optional<PostgresTarget> replica,
    Use use)
    implements Target {
  /**
   * What the database is for.
   *
   * @param name what metrics and the log call it
   */
  record Use(Mode mode, String name) {}

  PostgresTarget withOwnSchema() {
    return with(url.withOwnSchema(), replica);
  }

  @Override
  public Target withReplica(Target other) {
    if (other instanceof PostgresTarget copy) return with(url, Optional.of(copy));
    throw new IllegalArgumentException("it is to be a URL of PostgreSQL, as that of its primary.");
  }

  private PostgresTarget with(PostgresUrl otherUrl, Optional<PostgresTarget> otherReplica) {
    return new PostgresTarget(otherUrl, connections, lagMax, otherReplica, use);
  }

  /** The replica, with the schema that this has. */
  Optional<PostgresTarget> copy() {
    return replica.map(each -> each.with(each.url().inSchemaOf(url), Optional.empty()));
  }

  @Override
  public PostgresTarget scratch() {
    var few = new PostgresPool.Connections(1, 1, connections.pooler());
    var own = url.withSchema("covet_scratch_*");
    return new PostgresTarget(own, few, lagMax, Optional.empty(), use);
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

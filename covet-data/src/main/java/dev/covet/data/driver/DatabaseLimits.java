package dev.covet.data.driver;

import dev.covet.base.limit.LimitSource;
import java.time.Duration;

/**
 * How much a database may be asked for.
 *
 * @param acquireMax longest wait for a connection, or for the turn to write
 * @param statementMax longest time that work may take
 * @param resultRowsMax most rows of one statement
 * @param inValuesMax most values in one {@code in(...)}
 */
public record DatabaseLimits(
    Duration acquireMax, Duration statementMax, int resultRowsMax, int inValuesMax) {
  /** What is safe in production. */
  public static final DatabaseLimits STANDARD = from(LimitSource.USUAL);

  /** The limits that a source gives by their names. */
  public static DatabaseLimits from(LimitSource limits) {
    return new DatabaseLimits(
        Duration.ofMillis(limits.count("acquireMillisMax", 2_000)),
        Duration.ofMillis(Math.round(limits.seconds("statementSecondsMax", 30) * 1_000)),
        limits.count("resultRowsMax", 100_000),
        limits.count("inValuesMax", 1_000));
  }

  /** These with another wait for a connection. */
  public DatabaseLimits withAcquireMax(Duration wait) {
    return new DatabaseLimits(wait, statementMax, resultRowsMax, inValuesMax);
  }

  /** These with another limit on work. */
  public DatabaseLimits withStatementMax(Duration time) {
    return new DatabaseLimits(acquireMax, time, resultRowsMax, inValuesMax);
  }

  /** These with another limit on the rows of a statement. */
  public DatabaseLimits withResultRowsMax(int rows) {
    return new DatabaseLimits(acquireMax, statementMax, rows, inValuesMax);
  }
}

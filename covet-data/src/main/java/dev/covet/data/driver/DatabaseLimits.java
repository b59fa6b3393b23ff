package dev.covet.data.driver;

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
  public static final DatabaseLimits STANDARD =
      new DatabaseLimits(Duration.ofSeconds(2), Duration.ofSeconds(30), 100_000, 1_000);

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

  /** These with another limit on the values of an {@code in(...)}. */
  public DatabaseLimits withInValuesMax(int values) {
    return new DatabaseLimits(acquireMax, statementMax, resultRowsMax, values);
  }
}

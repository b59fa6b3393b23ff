package dev.covet.data.driver;

import java.time.Duration;

/**
 * How much a database may be asked for.
 *
 * @param acquireMax longest wait for a connection, or for the turn to write
 * @param statementMax longest time that work may take
 * @param writingMax longest time that a writing transaction may be open
 * @param resultRowsMax most rows of one statement
 * @param inValuesMax most values in one {@code in(...)}
 * @param readers connections that read
 */
public record Limits(
    Duration acquireMax,
    Duration statementMax,
    Duration writingMax,
    int resultRowsMax,
    int inValuesMax,
    int readers) {
  /** What is safe in production. */
  public static final Limits STANDARD =
      new Limits(
          Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofSeconds(5), 100_000, 1_000, 4);

  /** These with another wait for a connection. */
  public Limits withAcquireMax(Duration wait) {
    return new Limits(wait, statementMax, writingMax, resultRowsMax, inValuesMax, readers);
  }

  /** These with another limit on a writing transaction. */
  public Limits withWritingMax(Duration time) {
    return new Limits(acquireMax, statementMax, time, resultRowsMax, inValuesMax, readers);
  }

  /** These with another limit on work. */
  public Limits withStatementMax(Duration time) {
    return new Limits(acquireMax, time, writingMax, resultRowsMax, inValuesMax, readers);
  }

  /** These with another limit on the rows of a statement. */
  public Limits withResultRowsMax(int rows) {
    return new Limits(acquireMax, statementMax, writingMax, rows, inValuesMax, readers);
  }

  /** These with another limit on the values of an {@code in(...)}. */
  public Limits withInValuesMax(int values) {
    return new Limits(acquireMax, statementMax, writingMax, resultRowsMax, values, readers);
  }
}

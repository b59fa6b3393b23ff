package dev.covet.data.driver;

import dev.covet.base.limit.LimitSource;
import java.time.Duration;

/**
 * How much a database may be asked for.
 *
 * @param acquireMax longest wait for a connection, or for the turn to write
 * @param statementMax longest time that work may take
 * @param transactionMax longest time that a transaction that may write is open
 * @param resultRowsMax most rows of one statement
 * @param inValuesMax most values in one {@code in(...)}
 * @param slowMillis from when on a statement is slow, and told in the log
 */
public record DatabaseLimits(
    Duration acquireMax,
    Duration statementMax,
    Duration transactionMax,
    int resultRowsMax,
    int inValuesMax,
    int slowMillis) {
  /** What is safe in production. */
  public static final DatabaseLimits STANDARD = from(LimitSource.USUAL);

  /** The limits that a source gives by their names. */
  public static DatabaseLimits from(LimitSource limits) {
    return new DatabaseLimits(
        Duration.ofMillis(limits.count("acquireMillisMax", 2_000)),
        limits.time("statementSecondsMax", 30, LimitSource.SECONDS_MAX),
        limits.time("transactionSecondsMax", 5, LimitSource.SECONDS_MAX),
        limits.count("resultRowsMax", 100_000),
        limits.count("inValuesMax", 1_000),
        limits.count("slowStatementMillis", 1_000));
  }
}

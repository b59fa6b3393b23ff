package dev.covet.data.driver;

import dev.covet.data.sql.Dialect;
import dev.covet.data.table.Mapping;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An open database. Safe for use by many threads; every call blocks its caller, and no connection
 * is held between calls but by a {@link Transaction}.
 */
public interface Driver extends AutoCloseable {
  /** How its SQL is written. */
  Dialect dialect();

  /** How much it may be asked for. */
  DatabaseLimits limits();

  /** Reads a row by its key: one short statement. */
  <R extends @Nullable Object> R readByKey(Function<Link, R> work);

  /** Reads any number of rows by one statement. */
  <R extends @Nullable Object> R readOnce(Function<Link, R> work);

  /** Reads anything: all statements of the work see the same state of the database. */
  <R extends @Nullable Object> R read(Function<Link, R> work);

  /**
   * Writes, all or nothing: what the work wrote is durable when this returns, and undone when it
   * throws. It may be committed together with the work of others.
   */
  <R extends @Nullable Object> R write(Function<Link, R> work);

  /**
   * Writes by one statement, whose answer the work takes as it is: durable when this returns. Where
   * the work throws, the statement has failed, or changed nothing.
   */
  default <R extends @Nullable Object> R writeOnce(Function<Link, R> work) {
    return write(work);
  }

  /**
   * Begins a transaction that may write.
   *
   * @param isolation what it sees of others at most
   */
  Transaction begin(Isolation isolation);

  /** Begins one that sees what others have committed, statement by statement. */
  default Transaction begin() {
    return begin(Isolation.READ_COMMITTED);
  }

  /** Begins a transaction that sees one state of the database and never writes. */
  Transaction snapshot();

  /**
   * Begins one as {@link #snapshot} does, on a replica if there is one that is not far behind: it
   * may lack what was written a moment ago.
   */
  default Transaction snapshotOfReplica() {
    return snapshot();
  }

  /** Creates the tables that are not there, with their indexes, in the order of references. */
  void create(List<? extends Mapping<?, ?>> tables);

  /**
   * Adds columns that tables lack, where rows that are there can have them: null, or the default.
   * Gives columns the constraints of their components.
   */
  Extension extend(List<? extends Mapping<?, ?>> tables);

  /**
   * What the database lacks of these tables, as texts such as {@code hero} and {@code hero.age}; a
   * missing table's columns are not listed.
   */
  List<String> missing(List<? extends Mapping<?, ?>> tables);

  /** Columns that are there with another type or other constraints than their records ask for. */
  List<Difference> differences(List<? extends Mapping<?, ?>> tables);

  /** How its tables change. */
  Evolution evolution();

  /** Ends open work, then closes every connection. */
  @Override
  void close();
}

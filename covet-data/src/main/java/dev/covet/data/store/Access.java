package dev.covet.data.store;

import dev.covet.base.transaction.UnitOfWork;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.Isolation;
import dev.covet.data.driver.Link;
import dev.covet.data.driver.Work;
import dev.covet.data.error.TransactionConflict;
import dev.covet.data.query.Formula;
import dev.covet.data.table.Mapping;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The road to the rows of one session, and the transaction that is open on it, if one is. */
public final class Access {
  /** How often a transaction that met others is run again. */
  private static final int AGAIN_MAX = 2;

  private final Store store;
  private final Watch watch;
  private volatile @Nullable TransactionBlock block;

  /** Whether this session may have written, so that a replica may lack what it reads. */
  private volatile boolean hasWritten;

  /** The road to an open database. */
  public Access(Store store, Watch watch) {
    this.store = store;
    this.watch = watch;
  }

  /** That of the rows of all owners. */
  public Store store() {
    return store;
  }

  /** The values of a new row, which is of whoever is signed in if rows have owners. */
  public @Nullable Object[] owned(
      Mapping<?, ?> table, Formula.@Nullable OfColumn<?, ?> owner, @Nullable Object[] values) {
    if (owner != null) values[owner.index()] = watch.owner(table.owners());
    return values;
  }

  /** This, for statements that may be about the rows of an owner: who that is is found out now. */
  public Access about(boolean isOwned) {
    if (isOwned) watch.seekOwner();
    return this;
  }

  /** Does several things as one. */
  public <R, X extends Exception> R tx(Isolation isolation, Work<R, X> work) throws X {
    var outer = block;
    if (outer != null) {
      outer.mustWrite();
      if (!outer.isAtLeast(isolation)) {
        throw new IllegalStateException("the outer db.tx(...) must be " + isolation + ", too");
      }
      return outer.inner(work);
    }
    return again(isolation == Isolation.READ_COMMITTED ? 0 : AGAIN_MAX, isolation, work);
  }

  private <R, X extends Exception> R again(int most, Isolation isolation, Work<R, X> work)
      throws X {
    try {
      return outermost(isolation, work);
    } catch (TransactionConflict conflict) {
      if (most == 0) throw conflict;
    }
    return again(most - 1, isolation, work);
  }

  private <R, X extends Exception> R outermost(Isolation isolation, Work<R, X> work) throws X {
    watch.begins();
    hasWritten = true;
    var opened = TransactionBlock.writing(store, isolation);
    opened.unitOfWork().ifPresent(unit -> unit.afterCommit(watch::committed));
    block = opened;
    return opened.outermost(work, () -> block = null);
  }

  /** Reads several things as they are at one moment. */
  public <R, X extends Exception> R readOnly(Work<R, X> work) throws X {
    if (block != null) return work.run();
    watch.begins();
    var driver = store.driver();
    var opened =
        TransactionBlock.reading(store, hasWritten ? driver::snapshot : driver::snapshotOfReplica);
    block = opened;
    return opened.outermost(work, () -> block = null);
  }

  /** What goes along with the transaction that is open, if one is that writes. */
  public Optional<UnitOfWork> unitOfWork() {
    return Optional.ofNullable(block).flatMap(TransactionBlock::unitOfWork);
  }

  /**
   * Refuses what needs a transaction that may write.
   *
   * @throws IllegalStateException if none is open
   */
  public void mustWrite() {
    var inside = block;
    if (inside == null) {
      throw new IllegalStateException(
          "forUpdate() keeps rows until the end of db.tx(...): begin one");
    }
    inside.mustWrite();
  }

  /** Reads one row by its key, by one statement. */
  public <R> R readingByKey(Function<Link, R> work) {
    return reading(work, Driver::readByKey);
  }

  /** Reads by one statement. */
  public <R> R readingOnce(Function<Link, R> work) {
    return reading(work, Driver::readOnce);
  }

  /** Reads by several statements, as of one moment. */
  public <R> R reading(Function<Link, R> work) {
    return reading(work, Driver::read);
  }

  /** Within a block there is one road to the rows; outside of one each kind of read has its own. */
  private <R> R reading(Function<Link, R> work, BiFunction<Driver, Function<Link, R>, R> outside) {
    var inside = block;
    return inside != null
        ? inside.run(watched(work))
        : store.told(() -> outside.apply(store.driver(), watched(work)));
  }

  /** Writes by several statements: all of it or nothing. */
  public <R> R writing(Function<Link, R> work) {
    return writing(work, Driver::write);
  }

  /** Writes by one statement, whose answer {@code work} takes as it is. */
  public <R> R writingOnce(Function<Link, R> work) {
    return writing(work, Driver::writeOnce);
  }

  private <R> R writing(Function<Link, R> work, BiFunction<Driver, Function<Link, R>, R> outside) {
    try {
      return written(work, outside);
    } catch (FieldConflict conflict) {
      throw conflict.told(watch);
    }
  }

  private <R> R written(Function<Link, R> work, BiFunction<Driver, Function<Link, R>, R> outside) {
    var inside = block;
    if (inside != null) {
      inside.mustWrite();
      return inside.run(writes(work));
    }
    hasWritten = true;
    var result = store.told(() -> outside.apply(store.driver(), writes(work)));
    watch.standAloneWrite();
    return result;
  }

  /** Until the work has its connection nothing is written, and whoever waits for it may leave. */
  private <R> Function<Link, R> writes(Function<Link, R> work) {
    return link -> {
      watch.writes();
      return watched(work).apply(link);
    };
  }

  private <R> Function<Link, R> watched(Function<Link, R> work) {
    return link -> work.apply(watch.watched(link));
  }
}

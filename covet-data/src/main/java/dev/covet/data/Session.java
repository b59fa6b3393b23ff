package dev.covet.data;

import dev.covet.api.Assignment;
import dev.covet.api.Changes;
import dev.covet.api.Conflict;
import dev.covet.api.FromPlugin;
import dev.covet.api.NotFound;
import dev.covet.base.task.UnitOfWork;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.Link;
import dev.covet.data.driver.Transaction;
import dev.covet.data.driver.Violation;
import dev.covet.data.query.Condition;
import dev.covet.data.query.Mapping;
import dev.covet.data.query.Plan;
import dev.covet.data.query.Query;
import dev.covet.data.query.Source;
import dev.covet.data.query.Sql;
import dev.covet.data.query.SqlType;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the rows of one database for one request. A statement stands alone and is
 * durable when it returns, unless it is in {@link #tx}. Not thread-safe, but in a {@code tx}, where
 * statements of several threads come one after the other.
 */
@FromPlugin("install Database.url(...)")
public final class Session {
  private final Store store;
  private @Nullable Transaction open;
  private @Nullable UnitOfWork unit;
  private int depth;

  /** A session on an open database. */
  public Session(Driver driver) {
    this.store = new Store(driver);
  }

  /** The row with a key, if there is one. */
  public <T, K, R> Optional<R> find(Source<T, K, R> source, K key) {
    var plan = new Plan<>(source, store.driver().dialect());
    Function<Link, List<R>> work = link -> plan.read(key, link);
    return (plan.isOneStatement() ? readingByKey(work) : reading(work)).stream().findFirst();
  }

  /** As {@link #find(Source, Object)}, for keys written as numbers. */
  public <T, R> Optional<R> find(Source<T, Long, R> source, long key) {
    return find(source, (Long) key);
  }

  /**
   * The row with a key.
   *
   * @throws NotFound if there is none
   */
  public <T, K, R> R get(Source<T, K, R> source, K key) {
    return find(source, key).orElseThrow(() -> notFound(source.root()));
  }

  /** As {@link #get(Source, Object)}, for keys written as numbers. */
  public <T, R> R get(Source<T, Long, R> source, long key) {
    return get(source, (Long) key);
  }

  /** The rows of a table or a projection, to be narrowed down. */
  public <T, R> Rows<T, R> from(Source<T, ?, R> source) {
    return new Rows<>(this, source, Query.of(new Condition.Open<>()));
  }

  /**
   * Adds a row.
   *
   * @param row what it holds; a key of 0, or the nil UUID, is replaced by a new one
   * @param assignments values that win over those of {@code row}
   * @return the row as it is stored
   * @throws Conflict if a unique value is taken, or a key refers to nothing
   * @throws BrokenRow if the row breaks its constraints
   */
  @SafeVarargs
  public final <T> T insert(Mapping<T, ?> table, T row, Assignment<T>... assignments) {
    var shape = table.shape();
    var values = shape.values(row);
    for (var assignment : assignments) {
      values[assignment.field().index()] = assignment.value();
    }
    var key = table.key().index();
    if (new UUID(0, 0).equals(values[key])) {
      values[key] = UUID.randomUUID();
    }
    var isGiven = !(values[key] instanceof Number number && number.longValue() == 0);
    RowValues.normalize(table, values, all(table));
    RowValues.refuse(table, shape.check(shape.make(values)));
    var sql = store.statements(table).insert(values, isGiven);
    values[key] = writing(link -> one(link, sql, table, values));
    return shape.make(values);
  }

  private Object one(Link link, Sql sql, Mapping<?, ?> table, @Nullable Object[] values) {
    return answering(
        link,
        table,
        values,
        () ->
            link.query(sql, row -> Objects.<Object>requireNonNull(row.get(0, table.key().type())))
                .getFirst());
  }

  /**
   * Changes the columns that are present, and no others; nothing present is a read.
   *
   * @return the row as it is stored
   * @throws NotFound if there is no such row
   * @throws dev.covet.api.Invalid if a rule over several components does not hold afterwards
   */
  public <T, K> T update(Mapping<T, K> table, K key, Changes<T> changes) {
    if (changes.isEmpty()) {
      return get(table, key);
    }
    return writing(link -> updating(link, table, key, changes));
  }

  /** As {@link #update(Mapping, Object, Changes)}, for keys written as numbers. */
  public <T> T update(Mapping<T, Long> table, long key, Changes<T> changes) {
    return update(table, (Long) key, changes);
  }

  /** The turn to write is ours, so the row stays as it is read here. */
  private <T, K> T updating(Link link, Mapping<T, K> table, K key, Changes<T> changes) {
    var current = new Plan<>(table, store.driver().dialect()).read(key, link).stream().findFirst();
    var row = current.orElseThrow(() -> notFound(table));
    var values = table.shape().values(table.hasRules() ? changes.apply(row) : row);
    var present = changes.present();
    present.stream().forEach(at -> values[at] = changes.value(at));
    check(table, values, present);
    return changed(link, table, store.statements(table).update(key, values, present), values);
  }

  /** Brings the values into the form that is stored; a broken rule of a changed column is told. */
  private static <T> void check(Mapping<T, ?> table, @Nullable Object[] values, BitSet changed) {
    RowValues.normalize(table, values, changed);
    var names = table.shape().names();
    RowValues.refuse(
        table,
        table.shape().check(table.shape().make(values)).stream()
            .filter(it -> it.location().size() < 2 || isChanged(it.location(), names, changed))
            .toList());
  }

  private <T> T changed(Link link, Mapping<T, ?> table, Sql sql, @Nullable Object[] values) {
    var statements = store.statements(table);
    var rows = answering(link, table, values, () -> link.query(sql, statements::read));
    return rows.stream().findFirst().orElseThrow(() -> notFound(table));
  }

  private static boolean isChanged(List<Object> location, List<String> names, BitSet changed) {
    var at = names.indexOf(String.valueOf(location.get(1)));
    return at < 0 || changed.get(at);
  }

  /**
   * Puts a record in the place of a row, which keeps its key and read-only columns.
   *
   * @return the row as it is stored
   * @throws NotFound if there is no such row
   */
  public <T, K> T replace(Mapping<T, K> table, K key, T row) {
    var shape = table.shape();
    var given = shape.values(row);
    return writing(link -> {
      var plan = new Plan<>(table, store.driver().dialect());
      var current = plan.read(key, link).stream().findFirst();
      var values = shape.values(current.orElseThrow(() -> notFound(table)));
      var written = new BitSet();
      table.columns().stream()
          .filter(it -> !it.spec().isReadOnly())
          .forEach(it -> written.set(it.index()));
      written.stream().forEach(at -> values[at] = given[at]);
      check(table, values, written);
      return changed(link, table, store.statements(table).update(key, values, written), values);
    });
  }

  /** As {@link #replace(Mapping, Object, Object)}, for keys written as numbers. */
  public <T> T replace(Mapping<T, Long> table, long key, T row) {
    return replace(table, (Long) key, row);
  }

  /**
   * Takes a row away.
   *
   * @throws NotFound if there is no such row
   * @throws Conflict if others refer to it
   */
  public <K> void delete(Mapping<?, K> table, K key) {
    var sql = store.statements(table).delete(key);
    long deleted =
        writing(link -> {
          try {
            return link.execute(sql);
          } catch (Violation violation) {
            throw new Conflict(table.entity() + " is still referred to");
          }
        });
    if (deleted == 0) {
      throw notFound(table);
    }
  }

  /** As {@link #delete(Mapping, Object)}, for keys written as numbers. */
  public void delete(Mapping<?, Long> table, long key) {
    delete(table, (Long) key);
  }

  /**
   * Does several things as one: committed when {@code work} returns, undone when it throws. An
   * inner one is undone alone.
   */
  public <R, X extends Exception> R tx(Work<R, X> work) throws X {
    return open == null ? outermost(work) : inner(work);
  }

  private <R, X extends Exception> R outermost(Work<R, X> work) throws X {
    var transaction = store.told(store.driver()::begin);
    var hooks = new UnitOfWork();
    open = transaction;
    unit = hooks;
    var isDone = false;
    try {
      var result = work.run();
      hooks.committing();
      store.told(() -> {
        transaction.commit();
        return true;
      });
      isDone = true;
      return result;
    } finally {
      open = null;
      unit = null;
      if (isDone) {
        hooks.committed();
      } else {
        transaction.rollback();
        hooks.rolledBack();
      }
    }
  }

  private <R, X extends Exception> R inner(Work<R, X> work) throws X {
    var transaction = Objects.requireNonNull(open);
    var level = ++depth;
    transaction.savepoint(level);
    var isDone = false;
    try {
      var result = work.run();
      isDone = true;
      return result;
    } finally {
      depth--;
      if (isDone) {
        transaction.release(level);
      } else {
        transaction.rollbackTo(level);
      }
    }
  }

  /** Reads several things as they are at one moment. */
  public <R, X extends Exception> R readOnly(Work<R, X> work) throws X {
    if (open != null) {
      return work.run();
    }
    var snapshot = store.told(store.driver()::snapshot);
    open = snapshot;
    try {
      return work.run();
    } finally {
      open = null;
      snapshot.rollback();
    }
  }

  /** What goes along with the transaction that is open, if one is. */
  public Optional<UnitOfWork> unitOfWork() {
    return Optional.ofNullable(unit);
  }

  <T, R> List<R> list(Source<T, ?, R> source, Query<T> query) {
    var plan = new Plan<>(source, store.driver().dialect());
    return reading(link -> plan.read(query, link));
  }

  <T> long count(Mapping<T, ?> table, Condition<T> condition) {
    var sql = store.statements(table).count(condition);
    return reading(link ->
        link.query(sql, row -> Objects.requireNonNull(row.get(0, SqlType.LONG))).getFirst());
  }

  private <R> R readingByKey(Function<Link, R> work) {
    var transaction = open;
    return store.told(
        () -> transaction != null ? transaction.run(work) : store.driver().readByKey(work));
  }

  private <R> R reading(Function<Link, R> work) {
    var transaction = open;
    return store.told(
        () -> transaction != null ? transaction.run(work) : store.driver().read(work));
  }

  private <R> R writing(Function<Link, R> work) {
    var transaction = open;
    return store.told(
        () -> transaction != null ? transaction.run(work) : store.driver().write(work));
  }

  private <R> R answering(
      Link link, Mapping<?, ?> table, @Nullable Object[] values, Supplier<R> statement) {
    try {
      return statement.get();
    } catch (Violation violation) {
      if (violation.rule() == Violation.Rule.CHECK) {
        throw violation;
      }
      throw store.conflict(violation, table, values, link);
    }
  }

  private static BitSet all(Mapping<?, ?> table) {
    var all = new BitSet();
    all.set(0, table.columns().size());
    return all;
  }

  private static NotFound notFound(Mapping<?, ?> table) {
    return new NotFound(table.entity() + " not found");
  }
}

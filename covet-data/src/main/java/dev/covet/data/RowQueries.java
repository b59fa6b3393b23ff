package dev.covet.data;

import dev.covet.api.Changes;
import dev.covet.api.Cursor;
import dev.covet.api.Invalid;
import dev.covet.api.Page;
import dev.covet.api.Paging;
import dev.covet.api.Problem;
import dev.covet.api.Slice;
import dev.covet.data.driver.Link;
import dev.covet.data.driver.Work;
import dev.covet.data.query.Condition;
import dev.covet.data.query.Extent;
import dev.covet.data.query.Formula;
import dev.covet.data.query.Keyset;
import dev.covet.data.query.Order;
import dev.covet.data.query.Position;
import dev.covet.data.query.RowLock;
import dev.covet.data.query.Selection;
import dev.covet.data.sql.BulkStatements;
import dev.covet.data.sql.Plan;
import dev.covet.data.sql.Sql;
import dev.covet.data.store.Access;
import dev.covet.data.store.Store;
import dev.covet.data.table.Mapping;
import dev.covet.data.table.RowSource;
import dev.covet.data.type.SqlType;
import dev.covet.data.write.BulkWrites;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs what rows are asked for, as one session does. */
final class RowQueries {
  private final Access access;
  private final Store store;

  RowQueries(Access access, Store store) {
    this.access = access;
    this.store = store;
  }

  <T, R> List<R> list(RowSource<T, ?, R> source, Selection<T> query) {
    store.check(Extent.of(query.condition()));
    checkLock(query);
    var plan = store.plan(source);
    var rows = plan.rows(query);
    return reading(plan, rows, link -> plan.read(rows, link));
  }

  private void checkLock(Selection<?> query) {
    if (query.lock() != RowLock.NONE) access.mustWrite();
  }

  private <R> R reading(Plan<?, ?> plan, Sql rows, Function<Link, R> work) {
    var road = access.about(rows.isOwned() || plan.isOwned());
    return plan.isOneStatement() ? road.readingOnce(work) : road.reading(work);
  }

  private <R> R reading(Sql sql, Function<Link, R> work) {
    return access.about(sql.isOwned()).readingOnce(work);
  }

  <T> long count(Mapping<T, ?> table, Condition<T> condition) {
    store.check(Extent.of(condition));
    return number(store.statements(table).bulk().count(condition));
  }

  <T> boolean exists(Mapping<T, ?> table, Condition<T> condition) {
    store.check(Extent.of(condition));
    var sql = store.statements(table).bulk().any(condition);
    return reading(sql, link -> !link.query(sql, _ -> true).isEmpty());
  }

  <R> List<R> pick(
      Mapping<?, ?> table, Selection.Picking<?> picking, Function<@Nullable Object[], R> make) {
    store.check(Extent.of(picking));
    var sql = store.statements(table).bulk().pick(picking);
    return reading(
        sql, link -> link.query(sql, row -> make.apply(BulkStatements.values(picking, row))));
  }

  long count(Mapping<?, ?> table, Selection.Picking<?> picking) {
    store.check(Extent.of(picking));
    return number(store.statements(table).bulk().count(picking));
  }

  /** A page and its total, as they are at one moment. */
  <T, R> Page<R> page(RowSource<T, ?, R> source, Selection<T> query, Paging paging) {
    store.check(Extent.of(query.condition()));
    var plan = store.plan(source);
    var some = plan.rows(query.part(paging.offset(), paging.limit()));
    var total = store.statements(source.root()).bulk().count(query.condition());
    return access
        .about(some.isOwned() || plan.isOwned())
        .reading(link -> new Page<>(plan.read(some, link), number(link, total)));
  }

  <R> Page<R> page(
      Mapping<?, ?> table,
      Selection.Picking<?> picking,
      Function<@Nullable Object[], R> make,
      Paging paging) {
    store.check(Extent.of(picking));
    var statements = store.statements(table).bulk();
    var some = statements.pick(picking.part(paging));
    var total = statements.count(picking);
    return access
        .about(some.isOwned())
        .reading(link ->
            new Page<>(
                link.query(some, row -> make.apply(BulkStatements.values(picking, row))),
                number(link, total)));
  }

  /** The rows behind a position, and that of the last of them; one more is read to see an end. */
  <T, R> Slice<R> slice(RowSource<T, ?, R> source, Selection<T> query, Cursor cursor) {
    if (query.limit() != Selection.ALL) {
      throw new IllegalArgumentException("page(cursor) has its limit from the cursor");
    }
    var keyset = Keyset.of(source.root(), query.orders());
    var from = cursor.after() == null ? query : behind(query, keyset, cursor.after());
    var block = block(source, from.limit(cursor.limit() + 1L), keyset);
    if (block.rows().size() <= cursor.limit()) return new Slice<>(block.rows(), null);
    var last = block.values().get(cursor.limit() - 1);
    return new Slice<>(block.rows().subList(0, cursor.limit()), Position.text(keyset, last));
  }

  /** A block of rows in a total order. */
  <T, R> Plan.Block<R> block(RowSource<T, ?, R> source, Selection<T> query, Keyset<T> keyset) {
    var positions = keyset.orders().stream().map(Order::formula).toList();
    return with(source, query.orderBy(keyset.orders()), positions);
  }

  /** Rows with further values of each. */
  <T, R> Plan.Block<R> with(
      RowSource<T, ?, R> source, Selection<T> query, List<? extends Formula<T, ?>> further) {
    store.check(Extent.of(query.condition(), further));
    checkLock(query);
    var plan = store.plan(source);
    var rows = plan.rows(query, further);
    return reading(plan, rows, link -> plan.read(rows, further, link));
  }

  /** Reads several things as they are at one moment. */
  <R> R together(Work<R, RuntimeException> work) {
    return access.readOnly(work);
  }

  private static <T> Selection<T> behind(Selection<T> query, Keyset<T> keyset, String position) {
    try {
      return keyset.behind(query, Position.values(keyset, position));
    } catch (RuntimeException _) { // whatever a client may send in the place of what it got
      var reason = "is not the next of this list in this order";
      throw new Invalid(List.of(Problem.at(List.of("query", "after"), "invalid", reason)));
    }
  }

  private long number(Sql sql) {
    return reading(sql, link -> number(link, sql));
  }

  private static long number(Link link, Sql sql) {
    return link.query(sql, row -> Objects.requireNonNull(row.get(0, SqlType.LONG))).getFirst();
  }

  <T> long update(Mapping<T, ?> table, Selection<T> rows, Changes<T> changes) {
    store.check(Extent.of(rows.condition()));
    if (changes.isEmpty()) return 0;
    var bulk = new BulkWrites<>(store, table);
    var update = bulk.update(rows, changes);
    return access.about(update.isOwned()).writing(link -> bulk.change(link, update));
  }

  /** As {@link #update}, and gives the rows as they are then. */
  <T> List<T> updated(Mapping<T, ?> table, Selection<T> rows, Changes<T> changes) {
    store.check(Extent.of(rows.condition()));
    if (changes.isEmpty()) return list(table, rows);
    var bulk = new BulkWrites<>(store, table);
    var update = bulk.updateOfEach(rows, changes);
    return access.about(update.isOwned()).writing(link -> bulk.changed(link, update));
  }

  /** As {@link #delete}, and gives the rows as they were. */
  <T> List<T> deleted(Mapping<T, ?> table, Selection<T> rows) {
    store.check(Extent.of(rows.condition()));
    var bulk = new BulkWrites<>(store, table);
    var delete = store.statements(table).bulk().deleteAndRead(rows);
    return access.about(delete.isOwned()).writing(link -> bulk.removed(link, delete));
  }

  <T> long delete(Mapping<T, ?> table, Selection<T> rows) {
    store.check(Extent.of(rows.condition()));
    var bulk = new BulkWrites<>(store, table);
    var delete = store.statements(table).bulk().delete(rows);
    return access.about(delete.isOwned()).writing(link -> bulk.remove(link, delete));
  }
}

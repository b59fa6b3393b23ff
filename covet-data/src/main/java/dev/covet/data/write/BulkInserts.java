package dev.covet.data.write;

import dev.covet.api.Changes.Assignment;
import dev.covet.api.Conflict;
import dev.covet.api.Unavailable;
import dev.covet.data.driver.Link;
import dev.covet.data.driver.Violation;
import dev.covet.data.error.BrokenRow;
import dev.covet.data.query.Condition;
import dev.covet.data.query.Selection;
import dev.covet.data.sql.Row;
import dev.covet.data.sql.Statements;
import dev.covet.data.store.Access;
import dev.covet.data.store.FieldConflict;
import dev.covet.data.store.Store;
import dev.covet.data.table.Column;
import dev.covet.data.table.Mapping;
import dev.covet.data.table.NewRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds many rows of one table, or one unless it is there. */
public final class BulkInserts<T> {
  private static final Logger LOG = LoggerFactory.getLogger(BulkInserts.class);

  private final Store store;
  private final Mapping<T, ?> table;
  private final Writes<T, ?> writes;
  private final Statements<T, ?> statements;

  /** Those into a table. */
  public BulkInserts(Store store, Mapping<T, ?> table) {
    this.store = store;
    this.table = table;
    this.writes = new Writes<>(store, table);
    this.statements = store.statements(table);
  }

  /** Whether rows are of one owner, or lead to some that are. */
  public boolean isOwned() {
    return statements.isOwned();
  }

  /** A row to be added. */
  public NewRow row(@Nullable Object[] values) {
    return NewRow.of(table, values, store.now());
  }

  /**
   * Rows to be added.
   *
   * @throws BrokenRow that says which of several breaks its constraints
   */
  public List<NewRow> rows(
      Collection<? extends T> records, Function<T, @Nullable Object[]> values) {
    var all = new ArrayList<NewRow>();
    for (var each : records) {
      try {
        all.add(row(values.apply(each)));
      } catch (BrokenRow broken) {
        var of = records.size();
        throw of == 1 ? broken : new BrokenRow(all.size() + 1, of, broken);
      }
    }
    return all;
  }

  /** The row with a unique value, or a new one where there is none. */
  public T findOrAdd(Access access, Assignment<T> unique, NewRecord<T> record) {
    var column = UniqueColumn.of(table, unique.field());
    var same = UniqueColumn.same(column, unique.value());
    return access
        .about(isOwned())
        .reading(link -> found(link, same))
        .orElseGet(() -> {
          var values = table.shape().values(record.record());
          var row = row(access.owned(table, statements.owner(), values));
          return access.writing(link -> addOrFind(link, row, column));
        });
  }

  /** Adds rows by few statements, and gives them back with their keys, in their order. */
  public List<T> addAll(Link link, List<NewRow> rows) {
    for (var from = 0; from < rows.size(); ) {
      var isKeyGiven = rows.get(from).isKeyGiven();
      var alike = from;
      while (alike < rows.size() && rows.get(alike).isKeyGiven() == isKeyGiven) alike++;
      var to = from + statements.inserts().rowsAtOnce(alike - from, isKeyGiven);
      try {
        addSome(link, rows.subList(from, to));
      } catch (Violation violation) {
        logAlike(rows, violation);
        throw conflict(link, rows.subList(from, to), violation);
      }
      from = to;
    }
    writes.mustBeOwn(link, rows.stream().map(NewRow::written).toList());
    return rows.stream().map(it -> table.shape().make(it.written().values())).toList();
  }

  /** Clients are told the field; which rows they are is for whoever reads them from a file. */
  private void logAlike(List<NewRow> rows, Violation violation) {
    if (violation.rule() != Violation.Rule.UNIQUE || violation.columns().size() != 1) return;
    for (var column : table.columns()) {
      if (column.column().equalsIgnoreCase(violation.columns().getFirst())) logAlike(rows, column);
    }
  }

  private void logAlike(List<NewRow> rows, Column<T, ?> column) {
    var first = new HashMap<Object, Integer>();
    for (var i = 0; i < rows.size(); i++) {
      var value = rows.get(i).written().values()[column.index()];
      var other = value == null ? null : first.putIfAbsent(value, i + 1);
      if (other == null) continue;
      LOG.atInfo()
          .addKeyValue("table", table.entity())
          .addKeyValue("field", table.shape().names().get(column.index()))
          .addKeyValue("rows", other + ", " + (i + 1))
          .addKeyValue("of", rows.size())
          .log("rows_alike");
      return;
    }
  }

  /** Adds rows that all have keys, or all none, by one statement. */
  private void addSome(Link link, List<NewRow> rows) {
    var isKeyGiven = rows.getFirst().isKeyGiven();
    var sql = statements.inserts().all(rows.stream().map(NewRow::stored).toList(), isKeyGiven);
    if (isKeyGiven) {
      mustBeAll(rows, link.execute(sql));
    } else {
      give(rows, link.query(sql, this::key));
    }
  }

  /** The key that the database gave; of a key that the program gave only that it is there. */
  private Object key(Row row) {
    return table.key() instanceof Column<?, ?> column
        ? Objects.requireNonNull(row.get(0, column.type()))
        : true;
  }

  /** Keys rise in the order of the rows; the order in which they come back is left open. */
  private void give(List<NewRow> rows, List<Object> keys) {
    mustBeAll(rows, keys.size());
    if (!(table.key() instanceof Column<?, ?> column)) return;
    var sorted = keys.stream().sorted().toList();
    for (var at = 0; at < rows.size(); at++) {
      rows.get(at).written().values()[column.index()] = sorted.get(at);
    }
  }

  private void mustBeAll(List<NewRow> rows, long stored) {
    if (stored != rows.size()) throw Writes.notStored(table);
  }

  private RuntimeException conflict(Link link, List<NewRow> rows, Violation violation) {
    RuntimeException last = violation;
    for (var row : rows) {
      last = writes.conflict(violation, row.written(), link);
      if (!(last instanceof Conflict)) return last;
    }
    return last;
  }

  /** The row with a value. */
  private Optional<T> found(Link link, Condition<T> same) {
    var sql = statements.bulk().first(Selection.of(same));
    return link.query(sql, this::record).stream().findFirst();
  }

  /**
   * Adds a row, unless one has the same value in a unique column.
   *
   * @return nothing if there is one
   */
  Optional<T> addIfAbsent(Link link, NewRow row, Column<T, ?> unique) {
    var sql = statements.inserts().ifAbsent(row.stored(), unique, row.isKeyGiven());
    try {
      var keys = link.query(sql, this::key);
      if (keys.isEmpty()) return Optional.empty();
      give(List.of(row), keys);
    } catch (Violation violation) {
      throw writes.conflict(violation, row.written(), link);
    }
    writes.mustBeOwn(link, List.of(row.written()));
    return Optional.of(table.shape().make(row.written().values()));
  }

  /** Adds a row, or writes it over the one that has the same values in unique columns. */
  public T addOrUpdate(Link link, NewRow row, List<Column<T, ?>> unique) {
    var sql = statements.inserts().orUpdate(row.stored(), unique, row.isKeyGiven());
    try {
      var found = link.query(sql, this::record);
      if (found.isEmpty()) {
        throw statements.owner() == null ? Writes.notStored(table) : taken(row, unique.getFirst());
      }
      writes.mustBeOwn(link, List.of(row.written()));
      return found.getFirst();
    } catch (Violation violation) {
      throw writes.conflict(violation, row.written(), link);
    }
  }

  /** Adds a row, or gives the one that has the same value in a unique column. */
  private T addOrFind(Link link, NewRow row, Column<T, ?> unique) {
    var same = UniqueColumn.same(unique, row.written().values()[unique.index()]);
    return addIfAbsent(link, row, unique)
        .or(() -> found(link, same))
        .orElseThrow(() -> gone(row, unique));
  }

  /** Why there is neither a row with a unique value nor a new one. */
  private RuntimeException gone(NewRow row, Column<T, ?> unique) {
    return statements.owner() == null
        ? new Unavailable("The row was taken away meanwhile")
        : taken(row, unique);
  }

  /** Another owner has the value. */
  private FieldConflict taken(NewRow row, Column<T, ?> unique) {
    return writes.merge().taken(unique, List.of(), row.written().values());
  }

  private T record(Row row) {
    return table.shape().make(statements.values(row));
  }
}

package dev.covet.data.sql;

import dev.covet.data.query.Condition;
import dev.covet.data.query.Formula;
import dev.covet.data.query.Selection;
import dev.covet.data.table.Column;
import dev.covet.data.table.Mapping;
import dev.covet.data.type.UnreadableValue;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one table that are about any number of rows. Their texts are made when they are
 * first asked for. Thread-safe.
 */
public final class BulkStatements<T> {
  private final Mapping<T, ?> table;
  private final SqlTerms terms;
  private final SqlTexts texts = new SqlTexts();

  BulkStatements(Mapping<T, ?> table, SqlTerms terms) {
    this.table = table;
    this.terms = terms;
  }

  private SqlWriter writer() {
    return terms.writer();
  }

  private RowScope scope() {
    return RowScope.of(table, "");
  }

  /** The number of rows that fulfil a condition. */
  public Sql count(Condition<T> condition) {
    return writer().add("SELECT count(*) FROM ").rows(table).where(scope(), condition).read(texts);
  }

  /** One row if there is any that fulfils a condition. */
  public Sql any(Condition<T> condition) {
    return writer()
        .add("SELECT 1 FROM ")
        .rows(table)
        .where(scope(), condition)
        .add(" LIMIT 1")
        .read(texts);
  }

  /** Some values of rows. */
  public Sql pick(Selection.Picking<?> picking) {
    return new PickingSql(writer(), scope()).write(picking).read(texts);
  }

  /** The values of a row of {@link #pick}. */
  public static @Nullable Object[] values(Selection.Picking<?> picking, Row row) {
    var values = new @Nullable Object[picking.picked().size()];
    for (var at = 0; at < values.length; at++) values[at] = value(picking, row, at);
    return values;
  }

  private static @Nullable Object value(Selection.Picking<?> picking, Row row, int at) {
    var picked = picking.picked().get(at);
    try {
      return row.get(at, picked.type());
    } catch (UnreadableValue e) {
      throw picked instanceof Formula.OfColumn<?, ?> column
          ? e.of(picking.table().table() + "." + column.column(), column.name())
          : e;
    }
  }

  /** How many rows such a query has. */
  public <P> Sql count(Selection.Picking<P> picking) {
    var all = picking.with(Selection.of(picking.selection().condition()));
    var sql = writer().add("SELECT count(*) FROM (");
    new PickingSql(sql, scope()).write(all);
    return sql.add(") AS counted").read(texts);
  }

  /** All columns of one of the rows that are meant. */
  public Sql first(Selection<T> rows) {
    var sql = writer().add("SELECT ").reads(table.columns()).add(" FROM ").name(table.table());
    return meant(sql, rows).add(" LIMIT 1").read(texts);
  }

  /**
   * New values for rows.
   *
   * @param values one for each column, as {@link Sql.Argument} takes them, or a {@link Formula}
   * @param changed positions of the columns that are written, at least one
   */
  public Sql update(Selection<T> rows, @Nullable Object[] values, BitSet changed) {
    return updating(rows, values, changed).sql(texts);
  }

  /** As {@link #update}, and gives back the rows as they are then. */
  public Sql updateAndRead(Selection<T> rows, @Nullable Object[] values, BitSet changed) {
    var sql = updating(rows, values, changed);
    return sql.add(" RETURNING ").reads(table.columns()).sql(texts);
  }

  private SqlWriter updating(Selection<T> rows, @Nullable Object[] values, BitSet changed) {
    var sql = writer().add("UPDATE ").name(table.table());
    sql.set(table.columns(), changed, column -> assigned(sql, column, values[column.index()]));
    return meant(sql, rows);
  }

  private void assigned(SqlWriter sql, Column<T, ?> column, @Nullable Object value) {
    if (value instanceof Formula<?, ?> formula) {
      sql.value(scope(), formula);
    } else {
      sql.argument(column.type(), value);
    }
  }

  /** No such rows any more. */
  public Sql delete(Selection<T> rows) {
    return deleting(rows).sql(texts);
  }

  /** As {@link #delete}, and gives back the rows as they were. */
  public Sql deleteAndRead(Selection<T> rows) {
    return deleting(rows).add(" RETURNING ").reads(table.columns()).sql(texts);
  }

  private SqlWriter deleting(Selection<T> rows) {
    return meant(writer().add("DELETE FROM ").name(table.table()), rows);
  }

  /** The rows that are meant; some of all are told by their keys. */
  private SqlWriter meant(SqlWriter sql, Selection<T> rows) {
    if (!rows.isLimited()) return sql.whereChanged(scope(), rows.condition());
    var keys = table.key().keyColumns();
    List<Formula<T, ?>> picked = List.copyOf(keys);
    var found =
        new Selection.Picking<>(table, picked, List.of(), new Condition.Open<T>(), false, rows);
    if (keys.size() == 1) {
      return sql.where(scope(), new Condition.AmongFound<>(keys.getFirst(), found));
    }
    sql.add(" WHERE (").names(keys).add(") IN (");
    return new PickingSql(sql, scope().within(table)).write(found).add(")");
  }
}

package dev.covet.data.query;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement about the row with a key, whose text is made once. Immutable.
 *
 * @param <K> the key, boxed
 */
final class ByKey<K> {
  private final RowKey<?, K> key;
  private final String text;
  private final String none;

  /**
   * A statement with {@code WHERE key = ?} behind what was written so far.
   *
   * @param prefix of the names of the key's columns, such as {@code t0.}
   * @param end what comes behind
   */
  ByKey(SqlWriter start, RowKey<?, K> key, String prefix, String end) {
    var first = prefix + Identifiers.sql(key.keyColumns().getFirst().spec().column());
    this.key = key;
    this.none = start.text() + " WHERE " + first + " <> " + first + end;
    var separator = " WHERE ";
    for (var column : key.keyColumns()) {
      start.add(separator).add(prefix).name(column.spec().column()).add(" = ");
      start.argument(column.type(), null);
      separator = " AND ";
    }
    this.text = start.add(end).text();
  }

  Sql of(Object key) {
    return of(List.of(), key);
  }

  /**
   * The statement for a key; about no row if the key is one that no row has.
   *
   * @param before the values of placeholders before the key's
   */
  @SuppressWarnings("unchecked") // a session takes keys of the right type alone
  Sql of(List<Sql.Argument> before, Object key) {
    var columns = this.key.keyColumns();
    var values = this.key.keyValues((K) key);
    var arguments = new ArrayList<Sql.Argument>(before.size() + columns.size());
    arguments.addAll(before);
    for (var at = 0; at < columns.size(); at++) {
      var type = columns.get(at).type();
      if (!Sql.OWNER.equals(values.get(at)) && !mayHold(type, values.get(at)))
        return new Sql(none, before);
      arguments.add(new Sql.Argument(type, values.get(at)));
    }
    return new Sql(text, arguments);
  }

  @SuppressWarnings("unchecked") // a key's values are of its columns' types
  private static <V> boolean mayHold(SqlType<V> type, Object value) {
    return Bound.of(type, Comparison.EQ, (V) value) instanceof Bound.With;
  }
}

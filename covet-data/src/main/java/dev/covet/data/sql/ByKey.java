package dev.covet.data.sql;

import dev.covet.data.table.Identifiers;
import dev.covet.data.table.RowKey;
import dev.covet.data.type.Bound;
import dev.covet.data.type.Comparison;
import dev.covet.data.type.SqlType;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement about the row with a key, whose text is made once. Immutable.
 *
 * @param <K> the key, boxed
 */
final class ByKey<K> {
  private final RowKey<?, K> key;
  private final List<Sql.Argument> owners;
  private final String text;
  private final String none;
  private final boolean isRead;

  /**
   * A statement with {@code WHERE key = ?} behind what was written so far.
   *
   * @param start what comes before; its owners, if there are some, behind its other values
   * @param prefix of the names of the key's columns, such as {@code t0.}
   * @param end what comes behind
   */
  ByKey(SqlWriter start, RowKey<?, K> key, String prefix, String end) {
    var first = prefix + Identifiers.sql(key.keyColumns().getFirst().spec().column());
    this.key = key;
    this.owners = start.owners();
    this.none = start.and().text() + first + " <> " + first + end;
    var word = "";
    for (var column : key.keyColumns()) {
      start.add(word).add(prefix).name(column.column()).add(" = ");
      start.argument(column.type(), null);
      word = " AND ";
    }
    this.text = start.add(end).text();
    this.isRead = text.startsWith("SELECT ");
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
    var arguments = new ArrayList<Sql.Argument>(before.size() + owners.size() + columns.size());
    arguments.addAll(before);
    arguments.addAll(owners);
    for (var at = 0; at < columns.size(); at++) {
      var type = columns.get(at).type();
      if (!mayHold(type, values.get(at))) return nothing(before);
      arguments.add(new Sql.Argument(type, values.get(at)));
    }
    return new Sql(text, arguments, !owners.isEmpty(), isRead);
  }

  private Sql nothing(List<Sql.Argument> before) {
    var arguments = new ArrayList<>(before);
    arguments.addAll(owners);
    return new Sql(none, arguments, !owners.isEmpty(), isRead);
  }

  @SuppressWarnings("unchecked") // a key's values are of its columns' types
  private static <V> boolean mayHold(SqlType<V> type, Object value) {
    return Bound.of(type, Comparison.EQ, (V) value) instanceof Bound.With;
  }
}

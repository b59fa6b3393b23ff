package dev.covet.data.query;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement about the row with a key, whose text is made once. Immutable.
 *
 * @param <K> the key, boxed
 */
final class ByKey<K> {
  private final SqlType<K> type;
  private final String text;
  private final String none;

  /**
   * A statement with {@code WHERE key = ?} behind what was written so far.
   *
   * @param prefix of the key's column, such as {@code t0.}
   * @param end what comes behind
   */
  ByKey(SqlWriter start, Column<?, K> key, String prefix, String end) {
    var column = prefix + Identifiers.sql(key.spec().column());
    var before = start.text();
    this.type = key.type();
    this.none = before + " WHERE " + column + " <> " + column + end;
    this.text = start.add(" WHERE ").add(column).add(" = ").argument(type, null).add(end).text();
  }

  Sql of(Object key) {
    return of(List.of(), key);
  }

  /**
   * The statement for a key; about no row if the key is one that no column holds.
   *
   * @param before the values of placeholders before the key's
   */
  @SuppressWarnings("unchecked") // a session takes keys of the right type alone
  Sql of(List<Sql.Argument> before, Object key) {
    if (!(Bound.of(type, Comparison.EQ, (K) key) instanceof Bound.With)) {
      return new Sql(none, before);
    }
    var arguments = new ArrayList<Sql.Argument>(before.size() + 1);
    arguments.addAll(before);
    arguments.add(new Sql.Argument(type, key));
    return new Sql(text, arguments);
  }
}

package dev.covet.data;

import dev.covet.api.Invalid;
import dev.covet.api.Problem;
import dev.covet.data.query.Column;
import dev.covet.data.query.Document;
import dev.covet.data.query.Mapping;
import dev.covet.data.query.SqlType;
import dev.covet.data.query.Storable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row's values as they will be read back, whichever database stores them. */
final class RowValues {
  private RowValues() {}

  /**
   * Makes values what they will be.
   *
   * @throws BrokenRow if one cannot be stored
   * @throws Invalid if it is the U+0000 in a document that cannot
   */
  static void normalize(Mapping<?, ?> table, @Nullable Object[] values, BitSet written) {
    var problems = new ArrayList<Problem>();
    var sent = new ArrayList<Problem>();
    for (var column : table.columns()) {
      var at = column.index();
      var value = values[at];
      if (!written.get(at)) {
        continue;
      }
      if (value != null && holds(column.type(), value)) {
        values[at] = normal(column.type(), value);
      } else if (value != null || !column.spec().isNullable()) {
        (holdsNul(column, value) ? sent : problems).add(unfit(table, column, value));
      }
    }
    refuse(table, problems);
    if (!sent.isEmpty()) {
      throw new Invalid(sent);
    }
  }

  /** Codecs refuse U+0000 in a column of text; what is in a document is seen only here. */
  private static boolean holdsNul(Column<?, ?> column, @Nullable Object value) {
    return value != null
        && column.type() instanceof Document<?> document
        && document.holdsNul(value);
  }

  private static Problem unfit(Mapping<?, ?> table, Column<?, ?> column, @Nullable Object value) {
    var name = table.shape().names().get(column.index());
    if (holdsNul(column, value)) {
      return Problem.at(List.of("body", name), "bad_text", "must not contain the character U+0000");
    }
    return value == null
        ? Problem.at(List.of("body", name), "null", "must not be null")
        : Problem.at(List.of("body", name), "invalid", "cannot be stored");
  }

  static void refuse(Mapping<?, ?> table, List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new BrokenRow(table.entity(), problems);
    }
  }

  @SuppressWarnings("unchecked") // a column's values are of its type
  private static <V> boolean holds(SqlType<V> type, Object value) {
    return Storable.holds(type, (V) value);
  }

  @SuppressWarnings("unchecked") // a column's values are of its type
  private static <V> Object normal(SqlType<V> type, Object value) {
    return Storable.normal(type, (V) value);
  }
}

package dev.covet.data.write;

import dev.covet.api.Invalid;
import dev.covet.api.Problem;
import dev.covet.data.error.BrokenRow;
import dev.covet.data.query.Formula;
import dev.covet.data.table.Column;
import dev.covet.data.table.Mapping;
import dev.covet.data.type.Document;
import dev.covet.data.type.Mapped;
import dev.covet.data.type.SqlType;
import dev.covet.data.type.Storable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row's values as they will be read back, whichever database stores them. */
public final class RowValues {
  private final Mapping<?, ?> table;
  private final @Nullable Object[] values;
  private final @Nullable Object[] stored;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> sent = new ArrayList<>();

  private RowValues(Mapping<?, ?> table, @Nullable Object[] values) {
    this.table = table;
    this.values = values;
    this.stored = values.clone();
  }

  /**
   * Makes values what they will be.
   *
   * @return what is bound to a statement for them
   * @throws BrokenRow if one cannot be stored
   * @throws Invalid if it is a U+0000 that cannot
   */
  public static @Nullable Object[] normalize(
      Mapping<?, ?> table, @Nullable Object[] values, BitSet written) {
    var row = new RowValues(table, values);
    for (var column : table.columns()) {
      if (written.get(column.index())) row.normalize(column);
    }
    refuse(table, row.problems);
    if (!row.sent.isEmpty()) throw new Invalid(row.sent);
    return row.stored;
  }

  @SuppressWarnings("unchecked") // a column's values are of its type
  private <V> void normalize(Column<?, V> column) {
    var value = (V) values[column.index()];
    if (value instanceof Formula<?, ?>) {
      throw new IllegalArgumentException(
          "\"%s\" is worked out of rows that are there: say so in rows.update(...) alone"
              .formatted(column.name()));
    } else if (value != null) {
      normalize(column, value);
    } else if (!column.spec().isNullable()) {
      problems.add(problem(column, List.of(), "null", "must not be null"));
    }
  }

  private <V> void normalize(Column<?, V> column, V value) {
    var at = column.index();
    if (column.type() instanceof Document<V> document) {
      keep(column, document.stored(value));
    } else if (Storable.holds(column.type(), value)) {
      values[at] = Storable.normal(column.type(), value);
      stored[at] = values[at];
    } else if (hasNul(column.type(), value)) {
      sent.add(nul(column, List.of()));
    } else {
      problems.add(unfit(column));
    }
  }

  /** Whether it is text with U+0000, which no program writes that was not sent it. */
  private static boolean hasNul(SqlType<?> type, Object value) {
    return type instanceof Mapped<?, ?> mapped
        ? Mapped.of(type) instanceof SqlType.Text && hasNul(mapped.of(), mapped.toStored(value))
        : value instanceof String text && text.indexOf(0) >= 0;
  }

  /** Codecs refuse U+0000 in a column of text; what is in a document is seen only here. */
  private void keep(Column<?, ?> column, Document.Stored<?> document) {
    values[column.index()] = document.value();
    stored[column.index()] = document.json();
    var nul = document.nul();
    if (nul.isPresent()) {
      sent.add(nul(column, nul.get()));
    } else if (document.value() == null) {
      problems.add(unfit(column));
    }
  }

  private Problem nul(Column<?, ?> column, List<Object> within) {
    return problem(column, within, "bad_text", "must not contain the character U+0000");
  }

  private Problem unfit(Column<?, ?> column) {
    return problem(column, List.of(), "invalid", "cannot be stored");
  }

  private Problem problem(Column<?, ?> column, List<Object> within, String code, String reason) {
    var location =
        new ArrayList<Object>(List.of("body", table.shape().names().get(column.index())));
    location.addAll(within);
    return Problem.at(location, code, reason);
  }

  static void refuse(Mapping<?, ?> table, List<Problem> problems) {
    if (!problems.isEmpty()) throw new BrokenRow(table.entity(), problems);
  }
}

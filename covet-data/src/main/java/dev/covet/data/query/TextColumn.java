package dev.covet.data.query;

import dev.covet.api.Shape;

/**
 * A column of text.
 *
 * @param <T> the table's record
 */
public record TextColumn<T>(Shape<T> shape, ColumnSpec spec) implements Column<T, String> {
  @Override
  public SqlType<String> type() {
    return SqlType.TEXT;
  }

  /** Rows whose text has this somewhere in it; upper and lower case of A to Z are the same. */
  public Condition<T> contains(String part) {
    return new Condition.Containing<>(this, part);
  }
}

package dev.covet.data.query;

import dev.covet.data.type.Mapped;
import dev.covet.data.type.SqlType;

/**
 * A value as it is stored, in the order in which rows are sorted by it: values that are alike in
 * Java, such as one moment at two offsets, are told apart.
 *
 * @param <T> the table's record
 * @param <S> what is stored
 */
public record Unmapped<T, S>(Expression<T, ?> of, SqlType<S> type) implements Expression<T, S> {
  /** A value whose type is the one that is stored in the end. */
  static <T> Expression<T, ?> of(Expression<T, ?> expression) {
    return expression.type() instanceof Mapped<?, ?>
        ? new Unmapped<>(expression, Mapped.of(expression.type()))
        : expression;
  }

  @Override
  public boolean mayBeNull() {
    return of.mayBeNull();
  }
}

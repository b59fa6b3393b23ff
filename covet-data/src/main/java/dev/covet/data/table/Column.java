package dev.covet.data.table;

import dev.covet.api.Changes.Assignment;
import dev.covet.data.query.Condition;
import dev.covet.data.query.Expression;
import dev.covet.data.query.Formula;
import dev.covet.data.query.TextExpression;
import dev.covet.data.type.SqlType;
import java.util.List;

/**
 * A column of a table, by which rows are asked for, sorted and changed.
 *
 * <p>As in SQL, a row that holds null here fulfils no comparison, not even {@code ne}.
 *
 * @param <T> the table's record
 * @param <V> the component's type, boxed
 */
public interface Column<T, V> extends Expression<T, V>, Formula.OfColumn<T, V>, RowKey<T, V> {
  /** What the table says about it. */
  ColumnSpec spec();

  @Override
  SqlType<V> type();

  @Override
  default Formula<T, V> formula() {
    return this;
  }

  @Override
  default String column() {
    return spec().column();
  }

  @Override
  default String name() {
    return spec().name();
  }

  @Override
  default int index() {
    return spec().index();
  }

  @Override
  default List<Column<T, ?>> keyColumns() {
    return List.of(this);
  }

  @Override
  default List<Object> keyValues(V key) {
    return List.of(key);
  }

  @Override
  default Column<T, V> keyColumn() {
    return this;
  }

  @Override
  default boolean mayBeNull() {
    return spec().isNullable();
  }

  /**
   * Sets this to what is worked out of the row as it was: part of {@code rows.update(...)} alone.
   */
  default Assignment<T> setTo(Expression<T, V> value) {
    return new Assignment<>(this, value.formula());
  }

  /**
   * Rows whose row that this refers to fulfils a condition: {@code
   * LOAN.bookId.where(BOOK.title.contains("x"))}. A row that refers to none is not among them.
   *
   * @param <O> the record of the table that this refers to
   * @throws IllegalArgumentException if this refers to no table
   */
  default <O> Condition<T> where(Condition<O> condition) {
    return new Condition.Refers<>(this, spec().target(), condition);
  }

  /**
   * A value of the row that this refers to: {@code LOAN.bookId.follow(BOOK.year)}. It is null where
   * there is no such row.
   *
   * @param <O> the record of the table that this refers to
   * @throws IllegalArgumentException if this refers to no table
   */
  default <O, W> Expression<T, W> follow(Expression<O, W> value) {
    return new Made<>(related(value));
  }

  /** A text of the row that this refers to, as {@link #follow(Expression)} gives it. */
  default <O> TextExpression<T> follow(TextExpression<O> value) {
    return new TextExpression.Made<>(related(value));
  }

  private <W> Formula<T, W> related(Expression<?, W> value) {
    return new Formula.Related<>(this, spec().target(), value.formula());
  }
}

package dev.covet.data.query;

import dev.covet.data.type.Comparison;
import dev.covet.data.type.SqlType;
import java.util.Collection;
import java.util.List;

/**
 * A value that each row has: a column, or what the database makes of columns.
 *
 * <p>As in SQL, a row that has null here fulfils no comparison, not even {@code ne}.
 *
 * @param <T> the table's record
 * @param <V> the type of the value, boxed
 */
public sealed interface Expression<T, V>
    permits Column, TextExpression, NumberExpression, Computed, Literal, Unmapped {
  /** What it is in the database. */
  SqlType<V> type();

  /** Whether it may be null. */
  boolean mayBeNull();

  /** Rows that have this value. */
  default Condition<T> eq(V value) {
    return new Condition.Compare<>(this, Comparison.EQ, value);
  }

  /** Rows that have another value. */
  default Condition<T> ne(V value) {
    return new Condition.Compare<>(this, Comparison.NE, value);
  }

  /** Rows that have less. */
  default Condition<T> lt(V value) {
    return new Condition.Compare<>(this, Comparison.LT, value);
  }

  /** Rows that have this value or less. */
  default Condition<T> le(V value) {
    return new Condition.Compare<>(this, Comparison.LE, value);
  }

  /** Rows that have more. */
  default Condition<T> gt(V value) {
    return new Condition.Compare<>(this, Comparison.GT, value);
  }

  /** Rows that have this value or more. */
  default Condition<T> ge(V value) {
    return new Condition.Compare<>(this, Comparison.GE, value);
  }

  /** Rows that have the same value here and there: {@code LOAN.fromId.eq(LOAN.toId)}. */
  default Condition<T> eq(Expression<T, V> other) {
    return new Condition.CompareTwo<>(this, Comparison.EQ, other);
  }

  /** Rows that have another value here than there. */
  default Condition<T> ne(Expression<T, V> other) {
    return new Condition.CompareTwo<>(this, Comparison.NE, other);
  }

  /** Rows that have less here than there. */
  default Condition<T> lt(Expression<T, V> other) {
    return new Condition.CompareTwo<>(this, Comparison.LT, other);
  }

  /** Rows that have the same or less here. */
  default Condition<T> le(Expression<T, V> other) {
    return new Condition.CompareTwo<>(this, Comparison.LE, other);
  }

  /** Rows that have more here than there. */
  default Condition<T> gt(Expression<T, V> other) {
    return new Condition.CompareTwo<>(this, Comparison.GT, other);
  }

  /** Rows that have the same or more here. */
  default Condition<T> ge(Expression<T, V> other) {
    return new Condition.CompareTwo<>(this, Comparison.GE, other);
  }

  /** Rows that have one of two values or something between them; none if {@code to} is less. */
  default Condition<T> between(V from, V to) {
    return new Condition.All<>(List.of(ge(from), le(to)));
  }

  /**
   * Rows that have one of these values; none if there is none.
   *
   * @param values at most 1,000, unless {@code IN_VALUES_MAX} says otherwise
   */
  default Condition<T> in(Collection<V> values) {
    return new Condition.Among<>(this, List.copyOf(values));
  }

  /**
   * Rows that have another value than these; all rows if there is none.
   *
   * @param values at most 1,000, unless {@code IN_VALUES_MAX} says otherwise
   */
  default Condition<T> notIn(Collection<V> values) {
    return new Condition.Not<>(in(values));
  }

  /** Rows that have one of the values that a query finds; what is null there is left out. */
  default Condition<T> in(SubQuery<V> values) {
    return new Condition.AmongFound<>(this, values.picking());
  }

  /** Rows that have another value than those a query finds; what is null there is left out. */
  default Condition<T> notIn(SubQuery<V> values) {
    return new Condition.Not<>(in(values));
  }

  /** Rows that have nothing here. */
  default Condition<T> isNull() {
    return new Condition.Absent<>(this);
  }

  /** Rows that have a value here. */
  default Condition<T> isNotNull() {
    return new Condition.Present<>(this);
  }

  /**
   * The rows of a table that have the same value: {@code TEAM.id.join(HERO, HERO.teamId)}, where
   * {@code exists()}, {@code count()} and {@code value(...)} say what of them is meant. Null is the
   * same as nothing.
   *
   * @param <O> the record of those rows
   */
  default <O> Joined<T, O> join(Mapping<O, ?> table, Expression<O, V> same) {
    return Joined.of(this, table, same);
  }

  /** This, or a value where it is null. */
  default Expression<T, V> orElse(V value) {
    return new Computed.OfValue<>(Formula.of(SqlOperation.OR_ELSE, this, literal(value)), type());
  }

  /**
   * A value of this one's type.
   *
   * @throws IllegalArgumentException if no column of the type can hold it
   */
  private Literal<T, V> literal(V value) {
    return new Literal<>(type(), value);
  }

  /** Smallest first, null last. */
  default Order<T> asc() {
    return Order.of(this, Order.Direction.ASCENDING);
  }

  /** Largest first, null before them. */
  default Order<T> desc() {
    return Order.of(this, Order.Direction.DESCENDING);
  }
}

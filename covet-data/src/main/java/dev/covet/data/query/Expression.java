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
public interface Expression<T, V> {
  /** What it is, as data. */
  Formula<T, V> formula();

  /** What it is in the database. */
  default SqlType<V> type() {
    return formula().type();
  }

  /** Whether it may be null. */
  default boolean mayBeNull() {
    return formula().mayBeNull();
  }

  /** Rows that have this value. */
  default Condition<T> eq(V value) {
    return new Condition.Compare<>(formula(), Comparison.EQ, value);
  }

  /** Rows that have another value. */
  default Condition<T> ne(V value) {
    return new Condition.Compare<>(formula(), Comparison.NE, value);
  }

  /** Rows that have less. */
  default Condition<T> lt(V value) {
    return new Condition.Compare<>(formula(), Comparison.LT, value);
  }

  /** Rows that have this value or less. */
  default Condition<T> le(V value) {
    return new Condition.Compare<>(formula(), Comparison.LE, value);
  }

  /** Rows that have more. */
  default Condition<T> gt(V value) {
    return new Condition.Compare<>(formula(), Comparison.GT, value);
  }

  /** Rows that have this value or more. */
  default Condition<T> ge(V value) {
    return new Condition.Compare<>(formula(), Comparison.GE, value);
  }

  /** Rows that have the same value here and there: {@code LOAN.fromId.eq(LOAN.toId)}. */
  default Condition<T> eq(Expression<T, V> other) {
    return new Condition.CompareTwo<>(formula(), Comparison.EQ, other.formula());
  }

  /** Rows that have another value here than there. */
  default Condition<T> ne(Expression<T, V> other) {
    return new Condition.CompareTwo<>(formula(), Comparison.NE, other.formula());
  }

  /** Rows that have less here than there. */
  default Condition<T> lt(Expression<T, V> other) {
    return new Condition.CompareTwo<>(formula(), Comparison.LT, other.formula());
  }

  /** Rows that have the same or less here. */
  default Condition<T> le(Expression<T, V> other) {
    return new Condition.CompareTwo<>(formula(), Comparison.LE, other.formula());
  }

  /** Rows that have more here than there. */
  default Condition<T> gt(Expression<T, V> other) {
    return new Condition.CompareTwo<>(formula(), Comparison.GT, other.formula());
  }

  /** Rows that have the same or more here. */
  default Condition<T> ge(Expression<T, V> other) {
    return new Condition.CompareTwo<>(formula(), Comparison.GE, other.formula());
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
    return new Condition.Among<>(formula(), List.copyOf(values));
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
    return new Condition.AmongFound<>(formula(), values.picking());
  }

  /** Rows that have another value than those a query finds; what is null there is left out. */
  default Condition<T> notIn(SubQuery<V> values) {
    return new Condition.Not<>(in(values));
  }

  /** Rows that have nothing here. */
  default Condition<T> isNull() {
    return new Condition.Absent<>(formula());
  }

  /** Rows that have a value here. */
  default Condition<T> isNotNull() {
    return new Condition.Present<>(formula());
  }

  /**
   * The rows of a table that have the same value: {@code TEAM.id.join(HERO, HERO.teamId)}, where
   * {@code exists()}, {@code count()} and {@code value(...)} say what of them is meant. Null is the
   * same as nothing.
   *
   * @param <O> the record of those rows
   */
  default <O> Joined<T, O> join(KeyedTable<O> table, Expression<O, V> same) {
    return Joined.of(formula(), table, same.formula());
  }

  /**
   * This, or a value where it is null.
   *
   * @throws IllegalArgumentException if no column of the type can hold it
   */
  default Expression<T, V> orElse(V value) {
    return new Made<>(
        Formula.of(type(), SqlOperation.OR_ELSE, formula(), new Formula.Literal<>(type(), value)));
  }

  /** Smallest first, null last. */
  default Order<T> asc() {
    return Order.of(formula(), Order.Direction.ASCENDING);
  }

  /** Largest first, null before them. */
  default Order<T> desc() {
    return Order.of(formula(), Order.Direction.DESCENDING);
  }

  /** One of any type, made of others. */
  record Made<T, V>(Formula<T, V> formula) implements Expression<T, V> {}
}

package dev.covet.data;

import dev.covet.data.query.Condition;
import dev.covet.data.query.DecimalExpression;
import dev.covet.data.query.DoubleExpression;
import dev.covet.data.query.Expression;
import dev.covet.data.query.Formula;
import dev.covet.data.query.LongExpression;
import dev.covet.data.query.NumberExpression;
import dev.covet.data.query.SqlOperation;
import dev.covet.data.query.WholeExpression;
import dev.covet.data.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Conditions made of others, and values made of those of several rows. */
public final class Expressions {
  private Expressions() {}

  /** The condition that a value leads to; none if it is null, an empty string or collection. */
  public static <T, V> Condition<T> when(
      @Nullable V value, Function<? super V, Condition<T>> condition) {
    return value == null || isEmpty(value) ? new Condition.Open<>() : condition.apply(value);
  }

  private static boolean isEmpty(Object value) {
    return switch (value) {
      case CharSequence text -> text.isEmpty();
      case Collection<?> values -> values.isEmpty();
      case Map<?, ?> values -> values.isEmpty();
      case Optional<?> maybe -> maybe.isEmpty();
      default -> false;
    };
  }

  /** At least one of them holds. */
  @SafeVarargs
  public static <T> Condition<T> or(Condition<T>... conditions) {
    var all = new ArrayList<Condition<T>>();
    for (var each : conditions) all.add(each);
    return or(all);
  }

  /** As {@link #or(Condition[])}, of a list. */
  public static <T> Condition<T> or(Collection<? extends Condition<T>> conditions) {
    var any = new ArrayList<Condition<T>>();
    for (var condition : conditions) {
      if (condition instanceof Condition.Any<T>(var inner) && !inner.isEmpty()) {
        any.addAll(inner);
      } else {
        any.add(condition);
      }
    }
    return new Condition.Any<>(any);
  }

  /** It does not hold; as in SQL, a comparison with null neither holds nor does not. */
  public static <T> Condition<T> not(Condition<T> condition) {
    return new Condition.Not<>(condition);
  }

  /** All of them hold; for use inside of others, as {@code where} takes several. */
  @SafeVarargs
  public static <T> Condition<T> and(Condition<T>... conditions) {
    var all = new ArrayList<Condition<T>>();
    for (var each : conditions) all.add(each);
    return and(all);
  }

  /** As {@link #and(Condition[])}, of a list. */
  public static <T> Condition<T> and(Collection<? extends Condition<T>> conditions) {
    return new Condition.All<>(List.copyOf(conditions));
  }

  /** Whether a condition holds, as a value; false where that is unknown. */
  public static <T> Expression<T, Boolean> is(Condition<T> condition) {
    return new Expression.Made<>(new Formula.Holds<>(condition));
  }

  /**
   * A value of the row with which others are joined, for a condition on those: {@code
   * TEAM.id.join(HERO, HERO.teamId).where(HERO.age.gt(outer(TEAM.ageMin)))}.
   *
   * @param <O> the record of that row
   */
  public static <T, O, V> Expression<T, V> outer(Expression<O, V> value) {
    return new Expression.Made<>(new Formula.Outer<>(value.formula()));
  }

  /** The number of rows. */
  public static <T> LongExpression<T> count() {
    return new LongExpression.Made<>(
        new Formula.Call<>(SqlType.LONG, SqlOperation.COUNT_ROWS, List.of()));
  }

  /** The number of rows that have a value there. */
  public static <T> LongExpression<T> count(Expression<T, ?> value) {
    return LongExpression.of(SqlOperation.COUNT, value.formula());
  }

  /** The number of different values; null is none. */
  public static <T> LongExpression<T> countDistinct(Expression<T, ?> value) {
    return LongExpression.of(SqlOperation.COUNT_DISTINCT, value.formula());
  }

  /** The sum, of 64 bits; null if no row has a value. */
  public static <T> LongExpression<T> sum(WholeExpression<T, ?> value) {
    return LongExpression.of(SqlOperation.SUM, value.formula());
  }

  /** The sum; null if no row has a value. */
  public static <T> DoubleExpression<T> sum(DoubleExpression<T> value) {
    return new DoubleExpression.Made<>(
        Formula.of(SqlType.DOUBLE, SqlOperation.SUM, value.formula()));
  }

  /** The sum, of 18 digits at most; null if no row has a value. */
  public static <T> DecimalExpression<T> sum(DecimalExpression<T> value) {
    return new DecimalExpression.Made<>(
        Formula.of(value.type(), SqlOperation.SUM, value.formula()));
  }

  /** The mean, as a floating-point number; null if no row has a value. */
  public static <T> DoubleExpression<T> avg(NumberExpression<T, ?> value) {
    return new DoubleExpression.Made<>(
        Formula.of(SqlType.DOUBLE, SqlOperation.AVERAGE, value.formula()));
  }

  /** The smallest value, in the order of {@code asc()}; null if no row has one. */
  public static <T, V> Expression<T, V> min(Expression<T, V> value) {
    return new Expression.Made<>(Formula.of(value.type(), SqlOperation.MIN, value.formula()));
  }

  /** The largest value, in the order of {@code asc()}; null if no row has one. */
  public static <T, V> Expression<T, V> max(Expression<T, V> value) {
    return new Expression.Made<>(Formula.of(value.type(), SqlOperation.MAX, value.formula()));
  }
}

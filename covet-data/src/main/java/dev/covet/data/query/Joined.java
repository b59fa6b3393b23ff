package dev.covet.data.query;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a table that have the same value as a row has, whether a key leads there or not:
 * {@code TEAM.id.join(HERO, HERO.teamId)}. Immutable.
 *
 * @param <T> the record of the row
 * @param <O> the record of the rows that are joined with it
 */
public final class Joined<T, O> {
  private final Expression<T, ?> of;
  private final Mapping<O, ?> table;
  private final Condition<O> same;
  private final List<Condition<O>> conditions;

  private Joined(
      Expression<T, ?> of, Mapping<O, ?> table, Condition<O> same, List<Condition<O>> conditions) {
    this.of = of;
    this.table = table;
    this.same = same;
    this.conditions = List.copyOf(conditions);
  }

  static <T, O, V> Joined<T, O> of(
      Expression<T, V> of, Mapping<O, ?> table, Expression<O, V> same) {
    return new Joined<>(of, table, same.eq(outer(of)), List.of());
  }

  private static <T, O, V> Expression<O, V> outer(Expression<T, V> of) {
    return new Computed.OfValue<>(new Formula.Outer<>(of), of.type());
  }

  /**
   * Only those that fulfil all of these, too. {@code outer(...)} is a value of the row that they
   * are joined with.
   */
  @SafeVarargs
  public final Joined<T, O> where(Condition<O>... further) {
    var all = new ArrayList<>(conditions);
    for (var condition : further) {
      all.add(condition);
    }
    return new Joined<>(of, table, same, all);
  }

  /** Rows with which one of these is joined. */
  public Condition<T> exists() {
    return new Condition.Exists<>(this);
  }

  /** Rows with which none of these is joined. */
  public Condition<T> notExists() {
    return new Condition.Not<>(exists());
  }

  /** How many there are. */
  public LongExpression<T> count() {
    var rows = new Formula.Call<O>(SqlOperation.COUNT_ROWS, List.of());
    return new Computed.OfLong<>(new Formula.Found<>(this, new Computed.OfLong<>(rows)));
  }

  /**
   * A value of the first of them, by its key; or one of them all: {@code value(max(HERO.age))}. It
   * is null where there is none.
   */
  public <W> Expression<T, W> value(Expression<O, W> value) {
    return new Computed.OfValue<>(new Formula.Found<>(this, value), value.type());
  }

  /** The value that they have, too. */
  Expression<T, ?> of() {
    return of;
  }

  public Mapping<O, ?> table() {
    return table;
  }

  /** What is asked of them. */
  public Condition<O> asked() {
    var all = new ArrayList<Condition<O>>();
    all.add(same);
    all.addAll(conditions);
    return new Condition.All<>(all);
  }
}

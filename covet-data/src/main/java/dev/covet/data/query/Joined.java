package dev.covet.data.query;

import dev.covet.data.type.Comparison;
import dev.covet.data.type.SqlType;
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
  private final Formula.Rows<T, O> rows;

  private Joined(Formula.Rows<T, O> rows) {
    this.rows = rows;
  }

  static <T, O, V> Joined<T, O> of(Formula<T, V> of, KeyedTable<O> table, Formula<O, V> same) {
    var asked = new Condition.CompareTwo<>(same, Comparison.EQ, new Formula.Outer<O, V>(of));
    return new Joined<>(new Formula.Rows<>(of, table, new Condition.All<>(List.of(asked))));
  }

  /**
   * Only those that fulfil all of these, too. {@code outer(...)} is a value of the row that they
   * are joined with.
   */
  @SafeVarargs
  public final Joined<T, O> where(Condition<O>... further) {
    var all = new ArrayList<>(rows.asked().of());
    for (var condition : further) all.add(condition);
    return new Joined<>(new Formula.Rows<>(rows.of(), rows.table(), new Condition.All<>(all)));
  }

  /** Rows with which one of these is joined. */
  public Condition<T> exists() {
    return new Condition.Exists<>(rows);
  }

  /** Rows with which none of these is joined. */
  public Condition<T> notExists() {
    return new Condition.Not<>(exists());
  }

  /** How many there are. */
  public LongExpression<T> count() {
    var all = new Formula.Call<O, Long>(SqlType.LONG, SqlOperation.COUNT_ROWS, List.of());
    return new LongExpression.Made<>(new Formula.Found<>(rows, all));
  }

  /**
   * A value of the first of them, by its key; or one of them all: {@code value(max(HERO.age))}. It
   * is null where there is none.
   */
  public <W> Expression<T, W> value(Expression<O, W> value) {
    return new Expression.Made<>(new Formula.Found<>(rows, value.formula()));
  }
}

package dev.covet.data.query;

/**
 * Where one component of a projection comes from.
 *
 * @param <T> the record of the projection's table
 */
public sealed interface Part<T> {
  /** The value of a column. */
  record Value<T>(Column<T, ?> column) implements Part<T> {}

  /** The row itself, as a record. */
  record Whole<T>(RowSource<T, ?, ?> source) implements Part<T> {}

  /** The row that a column refers to, or null where it holds null. */
  record One<T, K>(Column<T, K> reference, RowSource<?, K, ?> target) implements Part<T> {}

  /** The rows whose column refers to this one, by their key. */
  record Many<T, M>(RowSource<M, ?, ?> source, Column<M, ?> reference) implements Part<T> {}

  /** The value of a column of the table. */
  static <T> Part<T> value(Column<T, ?> column) {
    return new Value<>(column);
  }

  /** The row itself: {@code @Flatten Hero hero}. */
  static <T> Part<T> whole(RowSource<T, ?, ?> source) {
    return new Whole<>(source);
  }

  /** The row that a column refers to: {@code Team team}, by {@code HERO.teamId}. */
  static <T, K> Part<T> one(Column<T, K> reference, RowSource<?, K, ?> target) {
    return new One<>(reference, target);
  }

  /** The rows that refer to this one: {@code List<Hero> heroes}, by {@code HERO.teamId}. */
  static <T, M> Part<T> many(RowSource<M, ?, ?> source, Column<M, ?> reference) {
    return new Many<>(source, reference);
  }
}

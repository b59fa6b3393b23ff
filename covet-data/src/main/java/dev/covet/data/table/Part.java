package dev.covet.data.table;

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

  /** The row that refers to this one by a unique column, or null. */
  record Back<T, M>(RowSource<M, ?, ?> source, Column<M, ?> reference) implements Part<T> {}

  /** The rows to which rows of a table between refer, those that refer to this one. */
  record Through<T, L>(
      RowSource<?, ?, ?> source, Mapping<L, ?> between, Column<L, ?> from, Column<L, ?> to)
      implements Part<T> {}

  /** The number of rows whose column refers to this one. */
  record Count<T, M>(Mapping<M, ?> table, Column<M, ?> reference) implements Part<T> {}

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

  /** The row that refers to this one: {@code @Nullable Profile profile}, by its user's id. */
  static <T, M> Part<T> back(RowSource<M, ?, ?> source, Column<M, ?> reference) {
    return new Back<>(source, reference);
  }

  /** The rows behind a table between: {@code @Via(TaskTag.class) List<Tag> tags}. */
  static <T, L> Part<T> through(
      RowSource<?, ?, ?> source, Mapping<L, ?> between, Column<L, ?> from, Column<L, ?> to) {
    return new Through<>(source, between, from, to);
  }

  /** How many rows refer to this one: {@code @CountOf(Hero.class) long heroes}. */
  static <T, M> Part<T> count(Mapping<M, ?> table, Column<M, ?> reference) {
    return new Count<>(table, reference);
  }
}

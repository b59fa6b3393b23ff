package dev.covet.data.table;

/**
 * What rows can be asked of: a table, or a projection of one.
 *
 * @param <T> the table's record, whose columns conditions are made of
 * @param <K> its key, boxed
 * @param <R> what a row becomes
 */
public sealed interface RowSource<T, K, R> permits Mapping, Projection {
  /** The table whose rows are meant. */
  Mapping<T, K> root();
}

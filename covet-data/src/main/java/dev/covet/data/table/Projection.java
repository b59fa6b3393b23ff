package dev.covet.data.table;

import java.util.List;

/**
 * A record over a table's rows and rows that belong to them: what a generated {@code
 * HeroWithTeamProjection} says.
 *
 * @param <T> the table's record
 * @param <K> its key, boxed
 * @param <R> the projection's record
 */
public non-sealed interface Projection<T, K, R> extends RowSource<T, K, R> {
  /** Where the components come from, in their order. */
  List<Part<T>> parts();

  /** A record of the values that were read for its parts. */
  R make(PartValues values);
}

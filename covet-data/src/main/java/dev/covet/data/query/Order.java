package dev.covet.data.query;

/**
 * Rows sorted by a column; made by {@code HERO.name.asc()}.
 *
 * @param <T> the table's record
 */
public record Order<T>(Column<T, ?> column, Direction direction) {
  /** Which end comes first. */
  public enum Direction {
    /** Smallest first, null last. */
    ASCENDING,
    /** Largest first, null before them. */
    DESCENDING
  }
}

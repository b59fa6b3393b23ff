package dev.covet.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list comes next, from the query: {@code ?after=...&limit=10}. Other than an
 * offset it stays right while rows come and go, and is as fast for the last part as for the first.
 *
 * @param after the {@code next} of the {@link Slice} before; null for the first
 * @param limit largest number of rows in the answer, at least 1; clients ask for {@link #LIMIT_MAX}
 *     at most
 */
@Query
public record Cursor(
    @Nullable @Size(max = Cursor.LENGTH_MAX) String after,
    @Default("10") @Min(1) @Max(Cursor.LIMIT_MAX) int limit) {
  /** Largest number of rows that a client may ask for. */
  public static final int LIMIT_MAX = 100;

  /** Longest text of a position, in characters. */
  public static final int LENGTH_MAX = 8_000;

  /**
   * Keeps the least value also where no client sent it.
   *
   * @throws IllegalArgumentException if the limit is out of range
   */
  public Cursor {
    if (limit < 1) throw new IllegalArgumentException("limit must be at least 1");
  }
}

package dev.covet.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * Which part of a list is asked for, from the query: {@code ?offset=20&limit=10}.
 *
 * <p>For defaults of your own, take the two as parameters and make one.
 *
 * @param offset number of rows that are left out before the first, at least 0
 * @param limit largest number of rows in the answer, 1 to {@link #LIMIT_MAX}
 */
@Query
public record Paging(
    @Default("0") @Min(0) int offset, @Default("10") @Min(1) @Max(Paging.LIMIT_MAX) int limit) {
  /** Largest number of rows that one answer holds. */
  public static final int LIMIT_MAX = 100;

  /** Number of rows in an answer when the client does not say. */
  public static final int LIMIT_DEFAULT = 10;

  /**
   * Keeps the ranges also for values that no client sent.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public Paging {
    if (offset < 0) throw new IllegalArgumentException("offset must be at least 0");
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException("limit must be 1 to " + LIMIT_MAX);
    }
  }
}

package dev.covet.data.query;

import dev.covet.api.Paging;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some values of the rows of a table, or of groups of them.
 *
 * @param <T> the table's record
 * @param picked the values, in their order
 * @param groups rows that have the same here are one; none for no groups
 * @param having which groups
 * @param isDistinct whether what is the same comes once
 * @param selection which rows, in which order
 */
public record Picking<T>(
    Mapping<T, ?> table,
    List<Expression<T, ?>> picked,
    List<Expression<T, ?>> groups,
    Condition<T> having,
    boolean isDistinct,
    Selection<T> selection) {
  /** Copies the lists. */
  public Picking {
    picked = List.copyOf(picked);
    groups = List.copyOf(groups);
  }

  /** This with another selection. */
  public Picking<T> with(Selection<T> other) {
    return new Picking<>(table, picked, groups, having, isDistinct, other);
  }

  /** This, and what is the same comes once. */
  public Picking<T> distinct() {
    return new Picking<>(table, picked, groups, having, true, selection);
  }

  /** This with these values. */
  public Picking<T> picked(List<Expression<T, ?>> values) {
    return new Picking<>(table, values, groups, having, isDistinct, selection);
  }

  /** This, as far as groups fulfil another condition instead. */
  public Picking<T> having(Condition<T> other) {
    return new Picking<>(table, picked, groups, other, isDistinct, selection);
  }

  /** At most so many of these. */
  public Picking<T> limit(int most) {
    return with(selection.limit(Math.min(most, selection.limit())));
  }

  /** One page of these, as far as their own offset and limit go. */
  public Picking<T> part(Paging paging) {
    return with(selection.part(paging.offset(), paging.limit()));
  }

  /** How much of a database it takes. */
  public Extent extent() {
    return Extent.of(this);
  }
}

package dev.covet.data;

import dev.covet.api.Page;
import dev.covet.api.Paging;
import dev.covet.data.error.TooManyValues;
import dev.covet.data.query.Selection;
import dev.covet.data.query.SubQuery;
import dev.covet.data.table.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is selected of rows, until a last call reads it. Immutable.
 *
 * @param <R> what each is
 */
public final class Results<R> implements SubQuery<R> {
  private final RowQueries queries;
  private final Mapping<?, ?> table;
  private final Selection.Picking<?> picking;
  private final Function<@Nullable Object[], R> make;
  private final boolean isColumn;

  /**
   * What is selected.
   *
   * @param isColumn whether it is one value as the database has it
   */
  Results(
      RowQueries queries,
      Mapping<?, ?> table,
      Selection.Picking<?> picking,
      Function<@Nullable Object[], R> make,
      boolean isColumn) {
    this.queries = queries;
    this.table = table;
    this.picking = picking;
    this.make = make;
    this.isColumn = isColumn;
  }

  /** What each becomes: {@code select(HERO.name).as(HeroName::new)}. */
  public <S> Results<S> as(Function<? super R, ? extends S> further) {
    return new Results<>(queries, table, picking, make.andThen(further), false);
  }

  /** What is the same comes once; sorted by what is selected alone. */
  public Results<R> distinct() {
    return new Results<>(queries, table, picking.distinct(), make, isColumn);
  }

  /**
   * At most so many.
   *
   * @param limit at least 0
   */
  public Results<R> limit(int limit) {
    if (limit < 0) throw new IllegalArgumentException("limit must be at least 0: " + limit);
    return new Results<>(queries, table, picking.limit(limit), make, isColumn);
  }

  /**
   * All of them; null is among them where a value may be null.
   *
   * @throws TooManyValues if an {@code in(...)} lists more than 1,000 values
   * @throws RuntimeException if there are more than 100,000
   */
  public List<R> list() {
    return queries.pick(table, picking, make);
  }

  /** One page of them: an offset and a limit that were given before still hold. */
  public List<R> list(Paging paging) {
    return queries.pick(table, picking.part(paging), make);
  }

  /** The first, if there is one and it is not null. */
  public Optional<R> first() {
    var found = limit(1).list();
    return found.isEmpty() ? Optional.empty() : Optional.ofNullable(found.getFirst());
  }

  /** How many there are, whatever the offset and the limit. */
  public long count() {
    return queries.count(table, picking);
  }

  /** One page of them, and how many there are in all, read as they are at one moment. */
  public Page<R> page(Paging paging) {
    return queries.page(table, picking, make, paging);
  }

  /**
   * These as values of {@code in(...)}.
   *
   * @throws IllegalArgumentException if they are not one value of each row, as it is selected
   */
  @Override
  public Selection.Picking<?> picking() {
    if (!isColumn) {
      throw new IllegalArgumentException("in(...) takes a query of one value, as it is selected");
    }
    return picking;
  }
}

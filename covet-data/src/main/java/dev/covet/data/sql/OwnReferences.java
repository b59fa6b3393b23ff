package dev.covet.data.sql;

import dev.covet.data.query.KeyedTable;
import dev.covet.data.table.Column;
import dev.covet.data.table.Identifiers;
import dev.covet.data.table.Mapping;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * The columns of a table that lead to rows that have owners. What is written there has to lead to
 * rows of one's own: else a key would tell that somebody has a row, and keep it from being taken
 * away. Immutable.
 */
public final class OwnReferences<T> {
  private final SqlTerms terms;
  private final List<Column<T, ?>> columns;
  private final SqlTexts texts = new SqlTexts();

  OwnReferences(Mapping<T, ?> table, SqlTerms terms) {
    this.terms = terms;
    var owner = terms.owner(table);
    this.columns =
        table.columns().stream()
            .filter(it -> !it.equals(owner) && it.spec().reference() != null)
            .filter(it -> terms.owner(target(it)) != null)
            .toList();
  }

  private static KeyedTable<?> target(Column<?, ?> column) {
    return Objects.requireNonNull(column.spec().reference()).target().get();
  }

  /** Whether there are none, or nothing is told apart by owners. */
  public boolean areNone() {
    return columns.isEmpty();
  }

  /** The columns. */
  public List<Column<T, ?>> columns() {
    return columns;
  }

  /**
   * Those of some keys that rows of one's own have. It begins with a comment, for it is no select
   * of the program's: many inserts, each with one of these, are not rows that are read one by one.
   *
   * @param column one of these
   */
  public Sql own(Column<T, ?> column, Collection<?> keys) {
    var target = target(column);
    var key = target.keyColumns().getFirst();
    return terms
        .writer()
        .add("/* one's own? */ SELECT ")
        .names(List.of(key))
        .add(" FROM ")
        .rows(target)
        .add(" WHERE ")
        .amongKeys(Identifiers.sql(key.column()), List.copyOf(keys), key.type())
        .sql(texts);
  }
}

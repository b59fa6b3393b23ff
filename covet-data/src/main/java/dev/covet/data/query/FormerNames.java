package dev.covet.data.query;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a table and its columns were called before ({@code @Was}).
 *
 * @param table its former name in SQL; empty if it had no other
 * @param columns the former names of columns by those of now, both in SQL
 */
public record FormerNames(String table, Map<String, String> columns) {
  /** Nothing had another name. */
  public static final FormerNames NONE = new FormerNames("", Map.of());

  /** Copies the map, and refuses what is not a plain name, since SQL is made of it. */
  public FormerNames {
    columns = Map.copyOf(columns);
    if (!table.isEmpty()) Identifiers.check(table);
    columns.values().forEach(Identifiers::check);
  }

  /** The former name of a column; empty if it had no other. */
  public String of(String column) {
    return columns.getOrDefault(column, "");
  }

  /**
   * Whether a column is there by its former name, and not by that of now.
   *
   * @param there the names of the table's columns, in lower case
   */
  public boolean isRenamed(String column, Set<String> there) {
    return there.contains(of(column).toLowerCase(Locale.ROOT))
        && !there.contains(column.toLowerCase(Locale.ROOT));
  }

  /**
   * Whether the table is there by its former name, and not by that of now.
   *
   * @param isThere whether a table of a name is
   */
  public boolean isMoved(String now, Predicate<String> isThere) {
    return !table.isEmpty() && !isThere.test(now) && isThere.test(table);
  }
}

package dev.covet.data.query;

import java.util.Map;

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
}

package dev.covet.data.sqlite;

import java.util.List;
import java.util.Map;

/** What SQLite says of tables that are to be made anew. */
record SqliteCatalog(SqliteLink link) {
  /**
   * What a table's columns refer to, by their names in lower case: {@code REFERENCES team (id)}.
   */
  Map<String, String> references(String table) {
    return link.pairs(
        """
        SELECT lower("from"), 'REFERENCES ' || "table" || ' (' || coalesce("to", '') || ')'
          || iif(on_delete = 'NO ACTION', '', ' ON DELETE ' || on_delete)
        FROM pragma_foreign_key_list(?)
        """,
        table);
  }

  /** The columns of a table that the database works out by itself. */
  List<String> generatedColumns(String table) {
    return link.texts(
        "SELECT name FROM pragma_table_xinfo(?) WHERE hidden IN (2, 3)", List.of(table));
  }

  /** What made the triggers of a table, and the indexes that have no name of Covet's. */
  List<String> others(String table) {
    return link.texts(
        """
        SELECT sql FROM sqlite_schema
        WHERE tbl_name = ? COLLATE NOCASE AND sql IS NOT NULL
          AND (type = 'trigger' OR (type = 'index' AND name NOT GLOB '*[.(]*'))
        ORDER BY type, name
        """,
        List.of(table));
  }

  /** Whether there is anything that is checked whenever a table gets another name. */
  boolean hasViews() {
    return !link.texts("SELECT 1 FROM sqlite_schema WHERE type IN ('view', 'trigger') LIMIT 1")
        .isEmpty();
  }
}

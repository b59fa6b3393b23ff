package dev.covet.data.sqlite;

import dev.covet.data.driver.Difference;
import dev.covet.data.query.Identifiers;
import dev.covet.data.query.IndexSpec;
import dev.covet.data.query.Mapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The indexes over several columns of a table that is there, compared with those of its record. Of
 * others only those count that {@link Definitions} has named: people may have indexes of their own.
 */
final class IndexRules {
  private final SqliteLink link;
  private final Mapping<?, ?> table;
  private final List<Difference> differences = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private final List<String> dropped = new ArrayList<>();

  /**
   * Compares them; rows are read only where they could be there twice.
   *
   * @param columns the table's, in lower case
   */
  IndexRules(SqliteLink link, Mapping<?, ?> table, Set<String> columns) {
    this.link = link;
    this.table = table;
    var there = link.indexes(table.table());
    var names = new HashSet<String>();
    for (var index : table.indexes()) {
      var name = Definitions.name(table, index);
      names.add(name);
      if (columns.containsAll(index.columns().stream().map(ColumnTypes::key).toList())) {
        compare(index, name, there);
      }
    }
    there.keySet().stream()
        .filter(name -> name.startsWith(table.table() + "(") && !names.contains(name))
        .forEach(name -> spare(name, there));
  }

  private void compare(IndexSpec index, String name, Map<String, String> there) {
    var asked = Definitions.kept(table, index);
    var known = there.getOrDefault(name, "");
    if (known.equals(asked)) return;
    if (!known.isEmpty()) drop(name);
    if (index.isUnique()) {
      var shown = "UNIQUE (" + Definitions.names(index.columns()) + ")";
      differences.add(new Difference(table.table(), "not " + shown, shown, "run: " + asked));
      var twice = twice(index);
      if (!link.texts(twice + " LIMIT 1").isEmpty()) refused.add(notUnique(index, twice));
    }
  }

  /** One that no record asks for any more would refuse rows, if it is unique. */
  private void spare(String name, Map<String, String> there) {
    if (!there.getOrDefault(name, "").startsWith("CREATE UNIQUE")) return;
    drop(name);
    differences.add(
        new Difference(
            table.table(), "a unique index " + name, "none", "run: " + dropped.getLast()));
  }

  private void drop(String name) {
    dropped.add("DROP INDEX \"" + name + '"');
  }

  private String twice(IndexSpec index) {
    var columns = Definitions.names(index.columns());
    var whereNull = index.whereNull();
    var asked =
        whereNull == null ? "" : " AND " + Identifiers.sql(whereNull.spec().column()) + " IS NULL";
    return index.columns().stream()
        .map(it -> Identifiers.sql(it.spec().column()) + " IS NOT NULL")
        .collect(
            Collectors.joining(
                " AND ",
                "SELECT " + columns + " FROM " + Identifiers.sql(table.table()) + " WHERE ",
                asked + " GROUP BY " + columns + " HAVING count(*) > 1"));
  }

  private String notUnique(IndexSpec index, String twice) {
    return """
    Rows of the table %s have the same %s together, so that they cannot be @Unique. Change them, then \
    save any file. This shows which they are: %s\
    """
        .formatted(table.table(), Definitions.names(index.columns()), twice);
  }

  /** What a table may refuse though its record accepts it, or accept though it must be unique. */
  List<Difference> differences() {
    return differences;
  }

  /** What rows forbid, with the SQL that shows them. */
  List<String> refused() {
    return refused;
  }

  /** What takes away those that are others now; they are made as those of new tables are. */
  List<String> dropped() {
    return dropped;
  }
}

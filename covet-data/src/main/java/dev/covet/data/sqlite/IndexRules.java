package dev.covet.data.sqlite;

import dev.covet.data.driver.Difference;
import dev.covet.data.sql.TableSql;
import dev.covet.data.table.IndexSpec;
import dev.covet.data.table.Mapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
      var name = TableSql.indexName(table, index);
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
      var shown = "UNIQUE (" + TableSql.names(index.columns()) + ")";
      differences.add(new Difference(table.table(), "not " + shown, shown, "run: " + asked));
      var twice = TableSql.twice(table, index.columns(), index.whereNull());
      if (!link.texts(twice + " LIMIT 1").isEmpty()) {
        refused.add(TableSql.notUnique(table, index.columns(), twice));
      }
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

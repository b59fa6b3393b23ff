package dev.covet.data.sqlite;

import dev.covet.data.driver.Step;
import dev.covet.data.driver.Step.Care;
import dev.covet.data.driver.StepText;
import dev.covet.data.sql.TableSql;
import dev.covet.data.table.Column;
import dev.covet.data.table.Identifiers;
import dev.covet.data.table.IndexSpec;
import dev.covet.data.table.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes the tables those of the records, one thing after the other. Each step is taken as soon as
 * it is found, so that what follows reads the schema as it is by then.
 */
final class SqliteSteps {
  private final SqliteLink link;
  private final List<? extends Mapping<?, ?>> tables;
  private final List<Step> steps = new ArrayList<>();

  SqliteSteps(SqliteLink link, List<? extends Mapping<?, ?>> tables) {
    this.link = link;
    this.tables = tables;
  }

  /** Takes them all, in an order in which each can be taken. */
  List<Step> all() {
    tables.forEach(this::rename);
    dropTables();
    for (var table : tables) {
      if (link.columns(table.table()).isEmpty()) {
        create(table);
      } else {
        change(table);
      }
    }
    tables.forEach(this::makeIndexes);
    return steps;
  }

  private void take(Step step) {
    step.sql().forEach(link::run);
    steps.add(step);
  }

  private void take(Care care, String text, String sql) {
    take(Step.of(care, text, List.of(sql)));
  }

  private void rename(Mapping<?, ?> table) {
    var was = table.former().of(table.table(), name -> !link.columns(name).isEmpty());
    if (!was.isEmpty()) take(Care.NONE, StepText.renamed(table, was), TableSql.renamed(table, was));
    table.columns().forEach(column -> rename(table, column));
  }

  private void rename(Mapping<?, ?> table, Column<?, ?> column) {
    var there = link.types(table.table()).keySet();
    var was = table.former().of(column.column(), there);
    if (!was.isEmpty()) {
      take(Care.NONE, StepText.renamed(table, column, was), TableSql.renamed(table, column, was));
    } else if (!there.isEmpty()) {
      StepText.lost(table, column, there).ifPresent(this::take);
    }
  }

  /** Those that look as if they were made here; one with a comment in it was made by hand. */
  private void dropTables() {
    var wanted =
        tables.stream().map(it -> it.table().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    for (var name : SqliteEvolution.tables(link)) {
      var isSpare =
          !wanted.contains(name.toLowerCase(Locale.ROOT))
              && new TableText(link.definition(name)).isOwn();
      if (isSpare) {
        take(Care.LOSES, StepText.droppedTable(name), "DROP TABLE " + Identifiers.foreign(name));
      }
    }
  }

  private void create(Mapping<?, ?> table) {
    var sql = new ArrayList<>(List.of(Definitions.kept(table)));
    sql.addAll(indexes(table).values());
    take(Step.of(Care.NONE, StepText.made(table), sql));
  }

  private void change(Mapping<?, ?> table) {
    var rebuild = new Rebuild(link, table);
    if (rebuild.isNeeded()) {
      take(rebuild.step());
      return;
    }
    dropIndexes(table);
    rebuild.spare().forEach(name -> drop(table, name));
    rebuild.missing().forEach(column -> add(table, column));
  }

  private void drop(Mapping<?, ?> table, String column) {
    take(
        Care.LOSES,
        StepText.dropped(table, column),
        "ALTER TABLE %s DROP COLUMN %s"
            .formatted(TableSql.name(table), Identifiers.foreign(column)));
  }

  private void add(Mapping<?, ?> table, Column<?, ?> column) {
    var sql = Definitions.addition(table, column);
    if (column.spec().isNullable()) {
      take(Care.NONE, StepText.added(table, column), sql);
    } else {
      var value = Rebuild.value(table, column).orElseThrow();
      take(Care.NONE, StepText.added(table, column, value), sql + " DEFAULT " + value);
    }
  }

  /** Those that the record does not ask for, or not so. */
  private void dropIndexes(Mapping<?, ?> table) {
    var wanted = indexes(table);
    link.indexes(table.table()).entrySet().stream()
        .filter(each -> isOwn(each.getKey(), table) && !isSame(each, wanted))
        .map(Map.Entry::getKey)
        .sorted()
        .forEach(name ->
            take(
                Care.NONE, StepText.droppedIndex(name), "DROP INDEX " + Identifiers.foreign(name)));
  }

  private static boolean isSame(Map.Entry<String, String> there, Map<String, String> wanted) {
    return TableSql.plain(there.getValue())
        .equals(TableSql.plain(wanted.getOrDefault(there.getKey(), "")));
  }

  private static boolean isOwn(String index, Mapping<?, ?> table) {
    return Identifiers.isNamedAfter(index, table.table()) || table.former().isNamedAfter(index);
  }

  private void makeIndexes(Mapping<?, ?> table) {
    var there = link.indexes(table.table());
    indexes(table)
        .forEach((name, sql) -> {
          if (!there.containsKey(name)) take(Care.NONE, StepText.madeIndex(name), sql);
        });
  }

  /** What makes the indexes that a record asks for, by their names. */
  private static Map<String, String> indexes(Mapping<?, ?> table) {
    var indexes = new LinkedHashMap<String, String>();
    for (var column : table.columns()) {
      for (var sql : Definitions.index(table, column)) {
        indexes.put(TableSql.place(table, column), sql.replaceFirst(" IF NOT EXISTS", ""));
      }
    }
    for (IndexSpec index : table.indexes()) {
      indexes.put(TableSql.indexName(table, index), Definitions.kept(table, index));
    }
    return indexes;
  }
}

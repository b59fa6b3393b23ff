package dev.covet.data.sqlite;

import dev.covet.data.driver.Step;
import dev.covet.data.driver.Step.Care;
import dev.covet.data.driver.Step.Note;
import dev.covet.data.driver.StepText;
import dev.covet.data.sql.TableSql;
import dev.covet.data.table.Column;
import dev.covet.data.table.Identifiers;
import dev.covet.data.table.Mapping;
import dev.covet.data.type.Mapped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table that is there, made anew as its record asks: SQLite changes no column. A new table takes
 * the rows, and then the name (SQLite's documentation, "Making Other Kinds Of Table Schema
 * Changes").
 */
final class Rebuild {
  private final SqliteLink link;
  private final SqliteCatalog catalog;
  private final Mapping<?, ?> table;
  private final Map<String, String> types;
  private final List<String> required;
  private final List<String> key;
  private final List<Note> notes = new ArrayList<>();

  Rebuild(SqliteLink link, Mapping<?, ?> table) {
    this.link = link;
    this.catalog = new SqliteCatalog(link);
    this.table = table;
    this.types = link.types(table.table());
    this.required = link.requiredColumns(table.table());
    this.key = link.keyColumns(table.table());
  }

  /** Columns that no component fills, in lower case. */
  List<String> spare() {
    var wanted = table.columns().stream().map(ColumnTypes::key).toList();
    return link.columns(table.table()).stream()
        .filter(name -> !wanted.contains(name.toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** Columns that are not there. */
  List<Column<?, ?>> missing() {
    return table.columns().stream()
        .filter(column -> !isThere(column))
        .<Column<?, ?>>map(column -> column)
        .toList();
  }

  private boolean isThere(Column<?, ?> column) {
    return types.containsKey(ColumnTypes.key(column));
  }

  /** Whether anything differs that no {@code ALTER TABLE} can change. */
  boolean isNeeded() {
    return hasOtherKey()
        || table.columns().stream().anyMatch(this::isOther)
        || spare().stream().anyMatch(this::isBound)
        || missing().stream().anyMatch(column -> !isAddable(column));
  }

  private boolean hasOtherKey() {
    return !key.equals(table.key().keyColumns().stream().map(ColumnTypes::key).toList());
  }

  private boolean isOther(Column<?, ?> column) {
    return isThere(column)
        && (isOfOtherType(column)
            || isOtherwiseNull(column)
            || refersElsewhere(column)
            || isOtherwiseChecked(column));
  }

  private boolean isOfOtherType(Column<?, ?> column) {
    return new ColumnTypes(link).isOther(column, types);
  }

  private boolean isOtherwiseNull(Column<?, ?> column) {
    var isOfKey = column.spec().isKey() || key.contains(ColumnTypes.key(column));
    return !isOfKey && required.contains(ColumnTypes.key(column)) == column.spec().isNullable();
  }

  private boolean refersElsewhere(Column<?, ?> column) {
    var there = catalog.references(table.table()).getOrDefault(ColumnTypes.key(column), "");
    var reference = column.spec().reference();
    var asked = reference == null ? "" : TableSql.references(reference);
    return !TableSql.plain(there).equals(TableSql.plain(asked));
  }

  private boolean isOtherwiseChecked(Column<?, ?> column) {
    var text = new TableText(link.definition(table.table()));
    var asked = new HashSet<>(Definitions.checks(table, column));
    var there = new HashSet<>(checks(column));
    if (Unit.of(List.copyOf(there)).isEmpty()) asked.removeAll(unitChecks(column));
    return text.isOwn() && !there.equals(asked);
  }

  private List<String> checks(Column<?, ?> column) {
    var text = new TableText(link.definition(table.table()));
    return text.isOwn() ? text.checks(column.column(), ColumnRules.isMade(column)) : List.of();
  }

  /** A table that was made before there were these is not made anew for them. */
  private static List<String> unitChecks(Column<?, ?> column) {
    return Unit.check(TableSql.name(column), Mapped.of(column.type()));
  }

  /** Whether a column that goes is in what cannot be dropped with it. */
  private boolean isBound(String column) {
    var name = column.toLowerCase(Locale.ROOT);
    return key.contains(name)
        || catalog.references(table.table()).containsKey(name)
        || !link.indexes(table.table(), column, "u").isEmpty();
  }

  private boolean isAddable(Column<?, ?> column) {
    var spec = column.spec();
    return !spec.isKey() && (spec.isNullable() || value(table, column).isPresent());
  }

  /** What rows that have none have in a column. */
  static Optional<String> value(Mapping<?, ?> table, Column<?, ?> column) {
    return TableSql.given(table, column, DefaultSql::of);
  }

  /** What makes the table anew, with its rows. */
  Step step() {
    notes.add(new Note(Care.NONE, "Table " + table.table() + " is made anew, with its rows"));
    spare().forEach(name -> note(Care.LOSES, StepText.dropped(table, name)));
    catalog
        .generatedColumns(table.table())
        .forEach(name ->
            note(Care.LOSES, "Generated column %s.%s is dropped".formatted(table.table(), name)));
    var values = values();
    var made = Identifiers.foreign(table.table() + ".new");
    var name = TableSql.name(table);
    var sql = new ArrayList<String>();
    sql.add(Definitions.kept(table, made));
    sql.add(
        "INSERT INTO %s (%s) SELECT %s FROM %s"
            .formatted(
                made,
                String.join(", ", values.keySet()),
                String.join(", ", values.values()),
                name));
    if (Definitions.isCounted(table)) sql.addAll(counter(made));
    var others = catalog.others(table.table());
    sql.add("DROP TABLE " + name);
    sql.addAll(renamed("ALTER TABLE %s RENAME TO %s".formatted(made, name)));
    sql.addAll(others);
    return new Step(notes, sql);
  }

  /** Keys that were given are not given again, even if their rows are gone. */
  private List<String> counter(String made) {
    var name = made.replace('"', '\'');
    return List.of(
        "DELETE FROM sqlite_sequence WHERE name = " + name,
        "INSERT INTO sqlite_sequence (name, seq) SELECT %s, seq FROM sqlite_sequence WHERE name = '%s'"
            .formatted(name, table.table()));
  }

  /** A view that reads the table would make the change of its name an error. */
  private List<String> renamed(String sql) {
    return catalog.hasViews()
        ? List.of("PRAGMA legacy_alter_table = ON", sql, "PRAGMA legacy_alter_table = OFF")
        : List.of(sql);
  }

  /** What each column gets of a row of before, by its name. */
  private Map<String, String> values() {
    return table.columns().stream()
        .filter(column -> isThere(column) || !isGiven(column))
        .collect(
            Collectors.toMap(TableSql::name, this::value, (first, _) -> first, LinkedHashMap::new));
  }

  private boolean isGiven(Column<?, ?> column) {
    return column.spec().isKey() && Definitions.isCounted(table);
  }

  private String value(Column<?, ?> column) {
    return isThere(column) ? kept(column) : added(column);
  }

  private String added(Column<?, ?> column) {
    var value = column.spec().isNullable() ? Optional.of("NULL") : value(table, column);
    if (value.isEmpty()) note(Care.ASKS, StepText.asked(table, column));
    if (value.isPresent()) note(Care.NONE, StepText.added(table, column, value.get()));
    return value.orElse(Step.BLANK);
  }

  private String kept(Column<?, ?> column) {
    var its = "Column " + TableSql.place(table, column);
    var name = counted(column);
    if (isOfOtherType(column)) noteType(column, its);
    if (refersElsewhere(column)) note(Care.NONE, its + " refers to other rows, or to none");
    if (ColumnRules.otherUnit(column, checks(column)).isEmpty() && isOtherwiseChecked(column)) {
      note(Care.NONE, its + " has another CHECK; rows that break it are refused");
    }
    if (!isOtherwiseNull(column)) return name;
    if (column.spec().isNullable()) {
      note(Care.NONE, its + " may be null");
      return name;
    }
    var value = value(table, column);
    note(
        value.isEmpty() ? Care.ASKS : Care.NONE,
        StepText.filled(table, column, value.orElse(StepText.YOURS)));
    return "coalesce(%s, %s)".formatted(name, value.orElse(Step.BLANK));
  }

  /** A column's values in what its record counts. */
  private String counted(Column<?, ?> column) {
    var name = TableSql.name(column);
    var there = Unit.of(checks(column));
    var asked = Unit.of(Mapped.of(column.type()));
    if (there.isEmpty() || there.equals(asked)) return name;
    if (asked.isEmpty()) return there.get().in(Storage.affinity(column.type()), name);
    var counted = there.get().in(asked.get(), name);
    note(care(there.get(), asked.get()), counted(column, there.get(), asked.get()));
    return counted.orElse(Unit.BLANK);
  }

  private static Care care(Unit there, Unit asked) {
    if (there.in(asked, "").isEmpty()) return Care.ASKS;
    return there.isWithin(asked) ? Care.NONE : Care.LOSES;
  }

  private String counted(Column<?, ?> column, Unit there, Unit asked) {
    return "Column %s is %s, and was %s%s"
        .formatted(
            TableSql.place(table, column),
            asked.shown(),
            there.shown(),
            switch (care(there, asked)) {
              case NONE -> "";
              case LOSES -> ": values that do not fit are rounded";
              case ASKS -> ": " + StepText.YOURS + " is in its place";
            });
  }

  /** A STRICT table takes what it can keep as it is, and refuses the rest. */
  private void noteType(Column<?, ?> column, String its) {
    var asked = Storage.affinity(column.type());
    var there = types.getOrDefault(ColumnTypes.key(column), "");
    var isWider = asked.equals("TEXT") || (asked.equals("REAL") && there.equals("INTEGER"));
    note(
        isWider ? Care.NONE : Care.LOSES,
        "%s is %s, and was %s%s"
            .formatted(its, asked, there, isWider ? "" : ": values that do not fit are refused"));
  }

  private void note(Care care, String text) {
    notes.add(new Note(care, text));
  }
}

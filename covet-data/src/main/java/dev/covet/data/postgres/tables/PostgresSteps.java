package dev.covet.data.postgres.tables;

import dev.covet.data.driver.Step;
import dev.covet.data.driver.Step.Care;
import dev.covet.data.driver.StepText;
import dev.covet.data.sql.TableSql;
import dev.covet.data.table.Column;
import dev.covet.data.table.Identifiers;
import dev.covet.data.table.Mapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the tables those of the records, one thing after the other. Each step is taken as soon as
 * it is found, so that what follows reads the catalog as it is by then.
 */
final class PostgresSteps {
  /** Tables whose keys are named as those are that are made here; others were made by hand. */
  private static final String OWN =
      """
      SELECT relname::text FROM pg_class
      WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
        AND EXISTS (SELECT FROM pg_constraint
          WHERE conrelid = pg_class.oid AND contype = 'p'
            AND starts_with(conname::text, relname::text || '.'))
      ORDER BY relname
      """;

  private static final String GENERATED =
      "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass($1) AND attgenerated <> ''";

  private static final String CHECK =
      "SELECT conname FROM pg_constraint WHERE conrelid = to_regclass($1) AND conname = $2";

  private static final String INDEXES =
      """
      SELECT relname::text FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
      WHERE indrelid = to_regclass($1) AND NOT indisprimary
      ORDER BY relname
      """;

  private final PostgresAnswers link;
  private final PostgresCatalog catalog;
  private final List<? extends Mapping<?, ?>> tables;
  private final List<Step> steps = new ArrayList<>();

  PostgresSteps(PostgresAnswers link, List<? extends Mapping<?, ?>> tables) {
    this.link = link;
    this.catalog = new PostgresCatalog(link);
    this.tables = tables;
  }

  /** Takes them all, in an order in which each can be taken. */
  List<Step> all() {
    var renames = new PostgresRenames(link, this::take);
    tables.forEach(renames::of);
    var references = new PostgresReferences(link, tables);
    var keys = new PostgresKeys(link);
    var spare = spareTables();
    references.dropped(spare, this::isRefounded).forEach(this::take);
    spare.forEach(table ->
        take(Care.LOSES, StepText.droppedTable(table), "DROP TABLE " + Identifiers.foreign(table)));
    var there = tables.stream().filter(table -> !catalog.columns(table).isEmpty()).toList();
    there.forEach(table -> keys.dropped(table).ifPresent(this::take));
    there.forEach(this::dropColumns);
    there.forEach(this::changeTypes);
    tables.stream().filter(table -> !there.contains(table)).forEach(this::create);
    there.forEach(this::addColumns);
    there.forEach(table -> keys.added(table).forEach(this::take));
    there.forEach(this::fill);
    there.forEach(this::changeRules);
    tables.forEach(this::changeIndexes);
    references.added().forEach(this::take);
    return steps;
  }

  private void take(Step step) {
    step.sql().forEach(link::run);
    steps.add(step);
  }

  private void take(Care care, String text, String... sql) {
    take(Step.of(care, text, List.of(sql)));
  }

  private List<String> spareTables() {
    var wanted =
        tables.stream().map(it -> it.table().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return link.texts(OWN).stream()
        .map(List::getFirst)
        .filter(name -> !wanted.contains(name.toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** Whether what refers to a table has to be made anew, since its key is another. */
  private boolean isRefounded(Mapping<?, ?> table) {
    var there = catalog.columns(table);
    if (there.isEmpty()) return false;
    var isOfOtherType =
        table.key().keyColumns().stream().anyMatch(column -> isOfOtherType(column, there));
    return isOfOtherType || new PostgresKeys(link).isOther(table);
  }

  private static boolean isOfOtherType(Column<?, ?> column, Map<String, PostgresCatalog.There> in) {
    var found = in.get(PostgresCatalog.key(column));
    return found != null && !PostgresCatalog.fits(found.type(), PostgresTypes.name(column.type()));
  }

  private void dropColumns(Mapping<?, ?> table) {
    var wanted = table.columns().stream().map(PostgresCatalog::key).collect(Collectors.toSet());
    link.texts(GENERATED, TableSql.name(table)).forEach(row -> wanted.add(row.getFirst()));
    catalog.columns(table).keySet().stream()
        .filter(name -> !wanted.contains(name))
        .sorted()
        .forEach(name ->
            take(
                Care.LOSES,
                StepText.dropped(table, name),
                "ALTER TABLE %s DROP COLUMN %s"
                    .formatted(TableSql.name(table), Identifiers.foreign(name))));
  }

  private void changeTypes(Mapping<?, ?> table) {
    var there = catalog.columns(table);
    for (var column : table.columns()) {
      var found = there.get(PostgresCatalog.key(column));
      if (found != null && isOfOtherType(column, there)) changeType(table, column, found);
    }
  }

  private void changeType(Mapping<?, ?> table, Column<?, ?> column, PostgresCatalog.There there) {
    var asked = PostgresTypes.name(column.type());
    var isWider =
        asked.equals("text")
            || PostgresCatalog.NARROWER.getOrDefault(asked, Set.of()).contains(there.type());
    var alter = "ALTER TABLE %s ".formatted(TableSql.name(table));
    var name = TableSql.name(column);
    var sql = new ArrayList<String>();
    var check = PostgresDefinitions.checkName(table, column);
    if (hasCheck(table, check)) sql.add(alter + "DROP CONSTRAINT " + check);
    if (there.hasDefault()) sql.add(alter + "ALTER COLUMN " + name + " DROP DEFAULT");
    sql.add(
        "%sALTER COLUMN %s TYPE %s USING %s"
            .formatted(
                alter,
                name,
                PostgresTypes.declared(column.type()),
                converted(name, there.type(), asked)));
    take(
        Step.of(
            isWider ? Care.NONE : Care.LOSES,
            "Column %s is %s, and was %s%s"
                .formatted(
                    TableSql.place(table, column),
                    asked,
                    there.type(),
                    isWider ? "" : ": values that do not fit are refused or rounded"),
            sql));
  }

  private boolean hasCheck(Mapping<?, ?> table, String quoted) {
    var name = PostgresDefinitions.unquoted(quoted);
    return !link.texts(CHECK, TableSql.name(table), name).isEmpty();
  }

  /** A value as another type; days begin at midnight in UTC. */
  private static String converted(String name, String from, String to) {
    if (from.equals("date") && to.startsWith("timestamp")) {
      return name + "::timestamp AT TIME ZONE 'UTC'";
    }
    if (from.startsWith("timestamp") && to.equals("date")) {
      return "(" + name + " AT TIME ZONE 'UTC')::date";
    }
    var areNumbers = isNumber(from) && isNumber(to);
    return name + (areNumbers || to.equals("text") ? "::" : "::text::") + to;
  }

  private static boolean isNumber(String type) {
    return type.startsWith("numeric")
        || Set.of("bigint", "integer", "smallint", "real", "double precision").contains(type);
  }

  private void create(Mapping<?, ?> table) {
    var sql = new ArrayList<>(List.of(anew(PostgresDefinitions.creation(table))));
    sql.addAll(PostgresDefinitions.notes(table));
    PostgresDefinitions.indexes(table).forEach(index -> sql.add(anew(index)));
    take(Step.of(Care.NONE, StepText.made(table), sql));
  }

  private static String anew(String sql) {
    return sql.replaceFirst(" IF NOT EXISTS", "");
  }

  private void addColumns(Mapping<?, ?> table) {
    var there = catalog.columns(table).keySet();
    table.columns().stream()
        .filter(column -> !there.contains(PostgresCatalog.key(column)))
        .forEach(column -> add(table, column));
  }

  private void add(Mapping<?, ?> table, Column<?, ?> column) {
    var spec = column.spec();
    var value = value(table, column);
    var isGiven = spec.isKey() && PostgresDefinitions.isCounted(table);
    if (spec.isNullable() || isGiven) {
      take(
          Step.of(
              Care.NONE,
              StepText.added(table, column),
              PostgresDefinitions.addition(table, column, "")));
    } else if (value.isPresent()) { // the default stays: the version that still runs inserts, too
      take(
          Step.of(
              Care.NONE,
              StepText.added(table, column, value.get()),
              PostgresDefinitions.addition(table, column, " DEFAULT " + value.get())));
    } else {
      ask(table, column);
    }
  }

  /** Adds a column whose values only a person knows. */
  private void ask(Mapping<?, ?> table, Column<?, ?> column) {
    var sql = new ArrayList<String>();
    for (var each : PostgresDefinitions.addition(table, column, "")) {
      sql.add(each.replaceFirst(" NOT NULL| CONSTRAINT \"[^\"]*\" PRIMARY KEY", ""));
    }
    sql.add(
        "UPDATE %s SET %s = %s".formatted(TableSql.name(table), TableSql.name(column), Step.BLANK));
    sql.add(alterColumn(table, column) + " SET NOT NULL");
    take(Step.of(Care.ASKS, StepText.asked(table, column), sql));
  }

  /** What rows that have none have in a column. */
  private static Optional<String> value(Mapping<?, ?> table, Column<?, ?> column) {
    return TableSql.given(table, column, PostgresAdditions::literal);
  }

  /** Lets no row have null in a column that must have a value. */
  private void fill(Mapping<?, ?> table) {
    var there = catalog.columns(table);
    for (var column : table.columns()) {
      var found = there.get(PostgresCatalog.key(column));
      if (found == null || found.isRequired() || column.spec().isNullable()) continue;
      var value = value(table, column);
      var name = TableSql.name(column);
      take(
          value.isEmpty() ? Care.ASKS : Care.NONE,
          StepText.filled(table, column, value.orElse(StepText.YOURS)),
          "UPDATE %s SET %s = %s WHERE %s IS NULL"
              .formatted(TableSql.name(table), name, value.orElse(Step.BLANK), name),
          alterColumn(table, column) + " SET NOT NULL");
    }
  }

  private static String alterColumn(Mapping<?, ?> table, Column<?, ?> column) {
    return "ALTER TABLE %s ALTER COLUMN %s".formatted(TableSql.name(table), TableSql.name(column));
  }

  private void changeRules(Mapping<?, ?> table) {
    var required = PostgresCatalog.required(table, catalog.columns(table));
    var sql = PostgresRules.of(link, table, required).statements();
    if (sql.isEmpty()) return;
    take(
        Step.of(
            Care.NONE,
            "Constraints of table %s are changed; rows that break them are refused"
                .formatted(table.table()),
            sql));
  }

  private void changeIndexes(Mapping<?, ?> table) {
    var there = link.texts(INDEXES, TableSql.name(table)).stream().map(List::getFirst).toList();
    var wanted = new HashSet<String>();
    for (var index : PostgresDefinitions.indexes(table)) {
      var name = index.substring(index.indexOf('"') + 1, index.indexOf("\" ON "));
      wanted.add(name);
      if (!there.contains(name)) take(Care.NONE, StepText.madeIndex(name), anew(index));
    }
    there.stream()
        .filter(name -> !wanted.contains(name) && Identifiers.isNamedAfter(name, table.table()))
        .forEach(name ->
            take(
                Care.NONE, StepText.droppedIndex(name), "DROP INDEX " + Identifiers.foreign(name)));
  }
}

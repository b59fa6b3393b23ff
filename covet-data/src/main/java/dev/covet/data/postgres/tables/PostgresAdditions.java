package dev.covet.data.postgres.tables;

import dev.covet.data.sql.TableSql;
import dev.covet.data.table.Column;
import dev.covet.data.table.Identifiers;
import dev.covet.data.table.Mapping;
import dev.covet.data.type.Document;
import dev.covet.data.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Columns that tables lack, where rows that are there can have them: null, or the default. */
final class PostgresAdditions {
  private final PostgresAnswers link;
  private final List<String> added = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private final List<String> statements = new ArrayList<>();

  PostgresAdditions(PostgresAnswers link) {
    this.link = link;
  }

  /** A sentence for each column that cannot be added, or is there and cannot be filled. */
  List<String> refused() {
    return refused;
  }

  /** Adds what is missing, and says what that was. */
  List<String> add() {
    statements.forEach(link::run);
    return added;
  }

  /** Finds what a table lacks of its record, and what it has to spare. */
  void to(Mapping<?, ?> table, Collection<PostgresCatalog.There> there) {
    var names = there.stream().map(PostgresCatalog.There::name).collect(Collectors.toSet());
    for (var column : table.columns()) {
      var isRenamed = !table.former().of(column.column(), names).isEmpty();
      if (isRenamed) added.add(TableSql.place(table, column));
      if (!isRenamed && !names.contains(PostgresCatalog.key(column))) add(table, column);
    }
    var wanted = table.columns().stream().map(PostgresCatalog::key).collect(Collectors.toSet());
    wanted.addAll(table.former().ofColumns());
    there.stream()
        .filter(column -> column.isRequired() && !column.hasDefault())
        .filter(column -> !wanted.contains(column.name()))
        .forEach(column -> refused.add(spare(table, column.name())));
  }

  private void add(Mapping<?, ?> table, Column<?, ?> column) {
    var spec = column.spec();
    var property = table.schema().properties().get(spec.index());
    var value = literal(column.type(), property.defaultJson());
    var isOfEachRow = spec.isUnique() || spec.reference() != null;
    var isFree = spec.isNullable() || isEmpty(table);
    if (!isFree && (value.isEmpty() || isOfEachRow || spec.isKey())) {
      refused.add(lacking(table, column));
      return;
    }
    var filled = isFree ? "" : " DEFAULT " + value.orElseThrow();
    statements.addAll(PostgresDefinitions.added(table, column, filled));
    added.add(TableSql.place(table, column));
  }

  private boolean isEmpty(Mapping<?, ?> table) {
    return link.texts("SELECT 1 FROM " + TableSql.name(table) + " LIMIT 1").isEmpty();
  }

  /** A default as SQL; empty for none, or one that does not say by itself how it is stored. */
  static Optional<String> literal(SqlType<?> type, @Nullable String json) {
    if (json == null) return Optional.empty();
    return switch (type) {
      case SqlType.Truth _, SqlType.Whole32 _, SqlType.Whole64 _ -> Optional.of(json);
      case SqlType.Binary64 _, SqlType.Binary32 _, SqlType.Decimal _ -> Optional.of(json);
      case SqlType.Text _, SqlType.Identifier128 _, SqlType.Day _, SqlType.Moment _ ->
          TableSql.literal(json);
      case SqlType.Choice<?>(var constants) ->
          TableSql.literal(json)
              .filter(
                  it -> constants.stream().anyMatch(each -> it.equals("'" + each.name() + "'")));
      case Document<?> _ -> Optional.of(TableSql.quoted(json));
      default -> Optional.empty();
    };
  }

  private static String lacking(Mapping<?, ?> table, Column<?, ?> column) {
    var spec = column.spec();
    return """
    The table %s has no column %s, and its rows have no value for it. Give the component %s a \
    @Default, make it @Nullable, or decide in SQL, then save any file: ALTER TABLE %s ADD COLUMN %s \
    %s NOT NULL DEFAULT ...\
    """
        .formatted(
            table.table(),
            spec.column(),
            spec.name(),
            TableSql.name(table),
            Identifiers.sql(spec.column()),
            PostgresTypes.declared(column.type()));
  }

  private static String spare(Mapping<?, ?> table, String column) {
    return """
    The table %s still has the column %s, which no component of its record fills, so that nothing \
    could be inserted. To remove it with its values, run this, then save any file: ALTER TABLE %s \
    DROP COLUMN "%s"\
    """
        .formatted(table.table(), column, TableSql.name(table), column.replace("\"", "\"\""));
  }
}

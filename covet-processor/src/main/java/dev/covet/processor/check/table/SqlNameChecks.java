package dev.covet.processor.check.table;

import static java.util.Locale.ROOT;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.data.ColumnModel;
import dev.covet.processor.model.data.TableModel;
import dev.covet.processor.model.type.Where;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules for names in SQL: each is one on every database; words of SQL are quoted. */
public final class SqlNameChecks {
  private static final String WAS = "dev.covet.api.Was";

  private static final Predicate<String> PLAIN =
      Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]{0,62}").asMatchPredicate();

  /** What every table of PostgreSQL has, whatever its columns are called. */
  private static final Set<String> SYSTEM_COLUMNS =
      Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

  private SqlNameChecks() {}

  public static Stream<Finding> of(CompilationModel model) {
    return model
        .declaredTables()
        .flatMap(table ->
            Stream.concat(
                Stream.concat(of(table).stream(), former(model, table)),
                table.columns().stream()
                    .flatMap(column ->
                        column(column.sqlName()).stream()
                            .map(wrong ->
                                finding(
                                    Where.of(table.name()).member(column.component()),
                                    wrong,
                                    "Name it with @Column(\"...\").")))));
  }

  private static Optional<Finding> of(TableModel table) {
    var name = table.sqlName();
    var wrong =
        name.toLowerCase(ROOT).startsWith("sqlite_")
            ? Optional.of("SQLite keeps names like %s for itself.".formatted(name))
            : plain(name);
    return wrong.map(it ->
        finding(
            Where.of(table.name()).at("dev.covet.api.Table"), it, "Name it with @Table(\"...\")."));
  }

  private static Stream<Finding> former(CompilationModel model, TableModel table) {
    var ofTable =
        model
            .declaredTables()
            .filter(_ -> !table.was().isEmpty())
            .filter(other -> other.sqlName().equalsIgnoreCase(table.was()))
            .map(other ->
                "%s is what %s is called now.".formatted(table.was(), other.name().simple()))
            .findFirst()
            .or(() -> plain(table.was()))
            .map(wrong -> former(Where.of(table.name()).at(WAS), wrong));
    return Stream.concat(
        ofTable.stream(), table.columns().stream().flatMap(each -> former(table, each).stream()));
  }

  private static Optional<Finding> former(TableModel table, ColumnModel column) {
    if (column.was().isEmpty()) return Optional.empty();
    return table.columns().stream()
        .filter(other -> other.sqlName().equalsIgnoreCase(column.was()))
        .map(other -> "%s is the column of \"%s\" now.".formatted(column.was(), other.component()))
        .findFirst()
        .or(() -> plain(column.was()))
        .map(wrong -> former(Where.of(table.name()).member(column.component()), wrong));
  }

  private static Finding former(Where where, String wrong) {
    return finding(where, wrong, "Write in @Was what it was called before, or remove that.");
  }

  private static Optional<String> column(String name) {
    return SYSTEM_COLUMNS.contains(name.toLowerCase(ROOT))
        ? Optional.of("PostgreSQL has a column %s of its own in every table.".formatted(name))
        : plain(name);
  }

  /** One that says nothing is reported where all such annotations are. */
  private static Optional<String> plain(String name) {
    return name.isEmpty() || PLAIN.test(name)
        ? Optional.empty()
        : Optional.of(
            "\"%s\" is not a name in SQL: 1 to 63 letters A to Z, digits and underscores, no digit first."
                .formatted(name));
  }

  private static Finding finding(Where where, String wrong, String right) {
    return new Finding(Code.SQL_NAME, where, wrong, right);
  }
}

package dev.covet.processor.check;

import static java.util.Locale.ROOT;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.TableModel;
import dev.covet.processor.model.Where;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules for names in SQL: each is one on every database; words of SQL are quoted. */
final class SqlNameChecks {
  private static final Predicate<String> PLAIN =
      Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]{0,62}").asMatchPredicate();

  /** What every table of PostgreSQL has, whatever its columns are called. */
  private static final Set<String> SYSTEM_COLUMNS =
      Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

  private SqlNameChecks() {}

  static Stream<Finding> of(CompilationModel model) {
    return model
        .declaredTables()
        .flatMap(table ->
            Stream.concat(
                of(table).stream(),
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

package dev.covet.data.sqlite;

import dev.covet.data.driver.Difference;
import dev.covet.data.sql.TableSql;
import dev.covet.data.table.Column;
import dev.covet.data.table.Identifiers;
import dev.covet.data.table.Mapping;
import dev.covet.data.type.Mapped;
import dev.covet.data.type.SqlType;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Compares the types of columns that are there with those that records ask for. */
final class ColumnTypes {
  private final SqliteLink link;

  ColumnTypes(SqliteLink link) {
    this.link = link;
  }

  /**
   * The columns of a table that are there with another type.
   *
   * @param there {@link SqliteLink#types}
   */
  Stream<Difference> others(Mapping<?, ?> table, Map<String, String> there) {
    return table.columns().stream().flatMap(column -> other(table, column, there));
  }

  /** What a column's name is among those of {@link SqliteLink#types}. */
  static String key(Column<?, ?> column) {
    return column.column().toLowerCase(Locale.ROOT);
  }

  private Stream<Difference> other(
      Mapping<?, ?> table, Column<?, ?> column, Map<String, String> there) {
    var declared = there.get(key(column));
    var asked = Storage.affinity(column.type());
    return declared == null || !isOther(column, there)
        ? Stream.empty()
        : Stream.of(
            new Difference(
                TableSql.place(table, column), declared, asked, advice(table, column, asked)));
  }

  /** Whether a column is there, with another type. */
  boolean isOther(Column<?, ?> column, Map<String, String> there) {
    var declared = there.get(key(column));
    var asked = Storage.affinity(column.type());
    return declared != null && !fits(column.type(), affinity(declared), asked);
  }

  /** What SQLite makes of a type's name (its documentation, "Determination Of Column Affinity"). */
  private static String affinity(String declared) {
    var name = declared.toUpperCase(Locale.ROOT);
    if (name.contains("INT")) return "INTEGER";
    if (Stream.of("CHAR", "CLOB", "TEXT").anyMatch(name::contains)) return "TEXT";
    if (name.isEmpty() || name.equals("ANY") || name.contains("BLOB")) return "BLOB";
    return Stream.of("REAL", "FLOA", "DOUB").anyMatch(name::contains) ? "REAL" : "NUMERIC";
  }

  /**
   * Whether a column keeps what is stored in it as it is: one without affinity keeps everything, a
   * numeric one every number, and every text that is none.
   */
  private static boolean fits(SqlType<?> type, String there, String asked) {
    var stored = Mapped.of(type);
    var isNeverANumber = stored instanceof SqlType.Day || stored instanceof SqlType.Identifier128;
    return switch (there) {
      case "BLOB" -> true;
      case "NUMERIC" -> !asked.equals("TEXT") || isNeverANumber;
      default -> there.equals(asked);
    };
  }

  private String advice(Mapping<?, ?> table, Column<?, ?> column, String asked) {
    var spec = column.spec();
    var name = TableSql.name(table);
    var old = Identifiers.sql(spec.column());
    if (spec.isKey() || !link.indexes(table.table(), spec.column(), "u").isEmpty()) {
      return "let the component %s be what it was, or make the table anew and copy its rows: SQLite changes no column's type"
          .formatted(spec.name());
    }
    var made = Identifiers.sql(spec.column() + "_new");
    var statements = new ArrayList<String>();
    statements.add("ALTER TABLE %s ADD COLUMN %s %s".formatted(name, made, asked));
    statements.add("UPDATE %s SET %s = %s".formatted(name, made, old));
    link.indexes(table.table(), spec.column(), "c")
        .forEach(index -> statements.add("DROP INDEX \"" + index.replace("\"", "\"\"") + '"'));
    statements.add("ALTER TABLE %s DROP COLUMN %s".formatted(name, old));
    statements.add("ALTER TABLE %s RENAME COLUMN %s TO %s".formatted(name, made, old));
    return "let the component %s be what it was, or run: %s"
        .formatted(spec.name(), String.join("; ", statements));
  }
}

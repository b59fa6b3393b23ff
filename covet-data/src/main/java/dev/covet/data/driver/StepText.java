package dev.covet.data.driver;

import dev.covet.data.sql.TableSql;
import dev.covet.data.table.Column;
import dev.covet.data.table.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What steps say that are taken on every database. */
public final class StepText {
  private StepText() {}

  /** A table that no record has any more. */
  public static String droppedTable(String table) {
    return "Table " + table + " is dropped with its rows";
  }

  /** A table that was not there. */
  public static String made(Mapping<?, ?> table) {
    return "Table " + table.table() + " is made";
  }

  /** A table that had another name. */
  public static String renamed(Mapping<?, ?> table, String was) {
    return "Table %s is called %s".formatted(was, table.table());
  }

  /** A column that had another name. */
  public static String renamed(Mapping<?, ?> table, Column<?, ?> column, String was) {
    return "Column %s.%s is called %s".formatted(table.table(), was, column.column());
  }

  /** A column that no component has any more. */
  public static String dropped(Mapping<?, ?> table, String column) {
    return "Column %s.%s is dropped with its values".formatted(table.table(), column);
  }

  /** A column that was not there, nor by its former name. */
  public static Optional<Step> lost(Mapping<?, ?> table, Column<?, ?> column, Set<String> there) {
    var was = table.former().lost(column.column(), there);
    return was.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Step.of(
                Step.Care.LOSES,
                "Column %s has @Was(\"%s\"), and the table has no such column: it is added without values"
                    .formatted(TableSql.place(table, column), was),
                List.of()));
  }

  /** A column that was not there. */
  public static String added(Mapping<?, ?> table, Column<?, ?> column) {
    return "Column " + TableSql.place(table, column) + " is added";
  }

  /**
   * The same where rows get a value.
   *
   * @param value in SQL
   */
  public static String added(Mapping<?, ?> table, Column<?, ?> column, String value) {
    return added(table, column) + "; rows have " + value;
  }

  /** The same where only a person knows the value. */
  public static String asked(Mapping<?, ?> table, Column<?, ?> column) {
    return added(table, column) + ", and rows that are there need a value";
  }

  /**
   * A column that could be null.
   *
   * @param value what rows get that have null
   */
  public static String filled(Mapping<?, ?> table, Column<?, ?> column, String value) {
    return "Column %s may not be null; rows that have null get %s"
        .formatted(TableSql.place(table, column), value);
  }

  /** In the place of a value that only a person knows. */
  public static final String YOURS = "the value that you write";

  /** An index that was not there. */
  public static String madeIndex(String index) {
    return "Index " + index + " is made";
  }

  /** An index that no record has any more. */
  public static String droppedIndex(String index) {
    return "Index " + index + " is dropped";
  }
}

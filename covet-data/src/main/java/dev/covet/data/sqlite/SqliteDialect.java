package dev.covet.data.sqlite;

import dev.covet.data.query.RowLock;
import dev.covet.data.query.SqlOperation;
import dev.covet.data.sql.Dialect;
import dev.covet.data.table.Mapping;
import dev.covet.data.type.SqlType;
import java.util.List;
import java.util.Objects;

/** SQL as SQLite reads it. */
record SqliteDialect() implements Dialect {
  /** SQLite's own {@code SQLITE_MAX_VARIABLE_NUMBER}. */
  private static final int PARAMETERS_MAX = 32_766;

  /** SQLite's own {@code SQLITE_MAX_EXPR_DEPTH}. */
  private static final int DEPTH_MAX = 1_000;

  @Override
  public int depthMax() {
    return DEPTH_MAX;
  }

  @Override
  public int parametersMax() {
    return PARAMETERS_MAX;
  }

  @Override
  public String placeholder(int number, SqlType<?> type) {
    return "?";
  }

  @Override
  public String read(String column, SqlType<?> type) {
    return column;
  }

  /** Not by {@code LIKE}, whose patterns have at most 50,000 bytes. */
  @Override
  public String containing(String column, String placeholder) {
    return "instr(lower(" + column + "), lower(" + placeholder + ")) > 0";
  }

  @Override
  public String part(String text) {
    return text;
  }

  @Override
  public String starting(String text, String placeholder) {
    return "instr(lower(" + text + "), lower(" + placeholder + ")) = 1";
  }

  @Override
  public String ending(String text, String first, String second) {
    return "substr(lower(%s), -length(%s)) = lower(%s)".formatted(text, first, second);
  }

  /** Not by {@code LIKE}, which always takes A to Z for a to z. */
  @Override
  public String like(String text, String placeholder) {
    return text + " GLOB " + placeholder;
  }

  @Override
  public String ilike(String text, String placeholder) {
    return text + " LIKE " + placeholder + " ESCAPE '\\'";
  }

  @Override
  public String pattern(String pattern) {
    return GlobPattern.of(pattern);
  }

  /** Decimals are stored as whole numbers. */
  @Override
  public String call(SqlOperation operation, SqlType<?> of, List<String> operands) {
    var plain = operation.sql(operands);
    return operation == SqlOperation.AVERAGE && of instanceof SqlType.Decimal(var scale)
        ? "(" + plain + " / 1e" + scale + ")"
        : plain;
  }

  /** By type, too: 1 and true are the same number here. */
  @Override
  public String having(String list, String placeholder) {
    return ("CASE WHEN %s IS NOT NULL THEN EXISTS (SELECT 1 FROM json_each(%s) held,"
            + " json_each(%s) asked WHERE held.value = asked.value AND held.type = asked.type) END")
        .formatted(list, list, placeholder);
  }

  /** A transaction that may write has the only turn to write from its beginning. */
  @Override
  public String locking(RowLock lock, String rows) {
    return "";
  }

  @Override
  public List<String> definitions(Mapping<?, ?> table) {
    return Definitions.of(table);
  }

  @Override
  public String amongKeys(String column, SqlType<?> type, String placeholder) {
    return column + " IN (" + elements(placeholder, type) + ")";
  }

  @Override
  public String elements(String placeholder, SqlType<?> type) {
    return "SELECT value FROM json_each(" + placeholder + ")";
  }

  @Override
  public Object key(SqlType<?> type, Object key) {
    return Objects.requireNonNull(Storage.stored(type, key));
  }
}

package dev.covet.data.postgres.tables;

import dev.covet.data.query.RowLock;
import dev.covet.data.query.SqlOperation;
import dev.covet.data.sql.Dialect;
import dev.covet.data.table.Mapping;
import dev.covet.data.type.Document;
import dev.covet.data.type.Mapped;
import dev.covet.data.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** SQL as PostgreSQL reads it. */
public record PostgresDialect() implements Dialect {
  /** The protocol counts them in 16 bits. */
  private static final int PARAMETERS_MAX = 65_535;

  /** As on SQLite, so that what one takes the other takes, too. */
  private static final int DEPTH_MAX = 1_000;

  @Override
  public String placeholder(int number, SqlType<?> type) {
    return type instanceof Document<?> ? "$" + number + "::text::json" : "$" + number;
  }

  /** PostgreSQL finds no type for {@code :age is null}. */
  @Override
  public String typed(int number, SqlType<?> type) {
    return "$" + number + "::" + PostgresTypes.name(type);
  }

  /** The client would read JSON into objects of its own, with numbers rounded. */
  @Override
  public String read(String column, SqlType<?> type) {
    return type instanceof Document<?> ? column + "::text" : column;
  }

  @Override
  public int parametersMax() {
    return PARAMETERS_MAX;
  }

  @Override
  public int depthMax() {
    return DEPTH_MAX;
  }

  /** A quotient of decimals would be rounded before it could be cut. */
  @Override
  public String call(SqlOperation operation, SqlType<?> of, List<String> operands) {
    if (operation == SqlOperation.DIVIDE && of instanceof SqlType.Decimal(var scale)) {
      return "(div(%s * 1e%s, %s) * 1e-%s)"
          .formatted(operands.getFirst(), scale, operands.getLast(), scale);
    }
    return operation.sql(isOfFewBits(operation, of) ? wide(operands) : operands);
  }

  /** Whether PostgreSQL would work it out with 32 bits, and refuse what has more. */
  private static boolean isOfFewBits(SqlOperation operation, SqlType<?> of) {
    return switch (operation) {
      case PLUS, MINUS, TIMES, DIVIDE, MODULO ->
          of instanceof SqlType.Whole32
              || (of instanceof Mapped<?, ?> mapped && mapped.of() instanceof SqlType.Whole32);
      default -> false;
    };
  }

  private static List<String> wide(List<String> operands) {
    var wide = new ArrayList<>(operands);
    wide.set(0, operands.getFirst() + "::int8");
    return wide;
  }

  @Override
  public String containing(String column, String placeholder) {
    return "strpos(lower(%s COLLATE \"C\"), lower(%s COLLATE \"C\")) > 0"
        .formatted(column, placeholder);
  }

  @Override
  public String part(String text) {
    return text;
  }

  @Override
  public String starting(String text, String placeholder) {
    return "starts_with(lower(%s COLLATE \"C\"), lower(%s::text COLLATE \"C\"))"
        .formatted(text, placeholder);
  }

  @Override
  public String ending(String text, String first, String second) {
    return "right(lower(%s COLLATE \"C\"), length(%s::text)) = lower(%s::text COLLATE \"C\")"
        .formatted(text, first, second);
  }

  @Override
  public String like(String text, String placeholder) {
    return text + " LIKE " + placeholder;
  }

  /** Without a locale, A to Z alone have two cases. */
  @Override
  public String ilike(String text, String placeholder) {
    return "(%s) COLLATE \"C\" ILIKE %s".formatted(text, placeholder);
  }

  @Override
  public String having(String list, String placeholder) {
    return "(%s)::jsonb @> %s::text::jsonb".formatted(list, placeholder);
  }

  @Override
  public String locking(RowLock lock, String rows) {
    return " FOR UPDATE OF " + rows + (lock == RowLock.SKIP ? " SKIP LOCKED" : "");
  }

  @Override
  public String amongKeys(String column, SqlType<?> type, String placeholder) {
    return "%s = ANY (ARRAY(%s))".formatted(column, elements(placeholder, type));
  }

  @Override
  public String elements(String placeholder, SqlType<?> type) {
    return "SELECT value::%s FROM jsonb_array_elements_text(%s::text::jsonb)"
        .formatted(PostgresTypes.name(type), placeholder);
  }

  /** As a number or a text of JSON; those are cast to the column's type. */
  @Override
  public Object key(SqlType<?> type, Object key) {
    return Objects.requireNonNull(PostgresTypes.bound(type, key));
  }

  @Override
  public List<String> definitions(Mapping<?, ?> table) {
    return PostgresDefinitions.of(table);
  }
}

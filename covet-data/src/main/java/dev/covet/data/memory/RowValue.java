package dev.covet.data.memory;

import dev.covet.data.query.Formula;
import dev.covet.data.query.SqlOperation;
import dev.covet.data.type.Document;
import dev.covet.data.type.Mapped;
import dev.covet.data.type.SqlType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value of rows that are in memory, as a database would have it: in its stored form, whose order
 * is that of the column. What {@code FormulaSql} is for SQL.
 */
@FunctionalInterface
interface RowValue {
  /**
   * The value.
   *
   * @param row the values of its columns, as they are read back
   */
  @Nullable Object of(@Nullable Object[] row);

  /**
   * A formula as a value of rows in memory.
   *
   * @throws UnsupportedOperationException if it looks at other rows
   * @throws IllegalArgumentException if it is a value of several rows
   */
  static RowValue of(Formula<?, ?> formula) {
    return switch (formula) {
      case Formula.OfColumn<?, ?> column -> row -> stored(column.type(), row[column.index()]);
      case Formula.Literal<?, ?>(var type, var value) -> {
        var stored = stored(type, value);
        yield _ -> stored;
      }
      case Formula.Unmapped<?, ?> unmapped -> of(unmapped.of());
      case Formula.Call<?, ?>(var _, var operation, var operands) -> call(operation, operands);
      case Formula.Related<?, ?> _ -> throw RowFilter.otherRows("follow(...)");
      case Formula.Outer<?, ?> _, Formula.Found<?, ?> _ -> throw RowFilter.otherRows("join(...)");
      case Formula.Holds<?>(var condition) -> {
        var filter = RowFilter.of(condition);
        yield row -> Boolean.TRUE.equals(filter.holds(row));
      }
    };
  }

  /** What a database holds for a value; null for null. Equal where the database finds it equal. */
  static @Nullable Object stored(SqlType<?> type, @Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Object _ when type instanceof Mapped<?, ?> mapped ->
          stored(mapped.of(), mapped.toStored(value));
      case Object _ when type instanceof Document<?> document -> json(document, value);
      case Integer number -> number.longValue();
      case Float number -> number + 0.0;
      case Double number -> number + 0.0; // of two zeros SQL knows one
      case Enum<?> constant -> constant.name();
      case UUID id -> id.toString(); // in the order of its bytes, other than Java's own
      case byte[] bytes -> ByteBuffer.wrap(bytes);
      default -> value;
    };
  }

  @SuppressWarnings("unchecked") // a column has values of its own type alone
  private static <V> String json(Document<V> type, Object value) {
    return type.stored((V) value).json();
  }

  private static RowValue call(SqlOperation operation, List<? extends Formula<?, ?>> formulas) {
    if (operation.isAggregate()) {
      throw new IllegalArgumentException("A condition is about one row, not about several");
    }
    var operands = formulas.stream().map(RowValue::of).toList();
    if (operation == SqlOperation.OR_ELSE) {
      return row ->
          operands.stream().map(it -> it.of(row)).filter(Objects::nonNull).findFirst().orElse(null);
    }
    return row -> {
      var first = operands.getFirst().of(row);
      var last = operands.getLast().of(row);
      return (first == null || last == null) ? null : result(operation, first, last);
    };
  }

  private static @Nullable Object result(SqlOperation operation, Object first, Object last) {
    return switch (operation) {
      case PLUS, MINUS, TIMES, DIVIDE, MODULO -> number(operation, (Number) first, (Number) last);
      case NOT_ZERO -> ((Number) first).doubleValue() == 0 ? null : first;
      case CONCAT -> first + (String) last;
      case LOWER -> RowText.lower((String) first);
      case UPPER -> RowText.upper((String) first);
      case TRIM -> RowText.trim((String) first);
      case LENGTH -> (long) ((String) first).codePointCount(0, ((String) first).length());
      case OR_ELSE, COUNT_ROWS, COUNT, COUNT_DISTINCT, SUM, AVERAGE, MIN, MAX ->
          throw new IllegalStateException(operation.name());
    };
  }

  private static Number number(SqlOperation operation, Number first, Number last) {
    return switch (first) {
      case BigDecimal decimal -> decimal(operation, decimal, new BigDecimal(last.toString()));
      case Double number -> real(operation, number, last.doubleValue());
      default -> whole(operation, first.longValue(), last.longValue());
    };
  }

  private static BigDecimal decimal(SqlOperation operation, BigDecimal first, BigDecimal last) {
    return switch (operation) {
      case PLUS -> first.add(last);
      case MINUS -> first.subtract(last);
      case DIVIDE -> first.divide(last, first.scale(), RoundingMode.DOWN);
      default -> first.multiply(last);
    };
  }

  private static Double real(SqlOperation operation, double first, double last) {
    return switch (operation) {
      case PLUS -> first + last + 0.0;
      case MINUS -> first - last + 0.0;
      case DIVIDE -> first / last + 0.0;
      default -> first * last + 0.0;
    };
  }

  private static Long whole(SqlOperation operation, long first, long last) {
    return switch (operation) {
      case PLUS -> Math.addExact(first, last);
      case MINUS -> Math.subtractExact(first, last);
      case DIVIDE -> Math.divideExact(first, last);
      case MODULO -> first % last;
      default -> Math.multiplyExact(first, last);
    };
  }

  /** The order of two stored values: less than 0, 0, or more. */
  @SuppressWarnings("unchecked") // both are of one type, all of whose values compare
  static int compare(Object one, Object other) {
    return switch (one) {
      case String text -> RowText.compare(text, (String) other);
      case ByteBuffer bytes -> RowText.compare(bytes, (ByteBuffer) other);
      default -> ((Comparable<Object>) one).compareTo(other);
    };
  }
}

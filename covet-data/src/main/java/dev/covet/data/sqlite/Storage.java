package dev.covet.data.sqlite;

import dev.covet.data.type.Document;
import dev.covet.data.type.Mapped;
import dev.covet.data.type.SqlType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** How SQLite stores each type: INTEGER, REAL or TEXT. */
final class Storage {
  private static final long MICROS_PER_SECOND = 1_000_000;

  /** Below it, doubles are whole numbers that are a long as well. */
  private static final double WHOLE_MAX = 0x1p63;

  private Storage() {}

  /** What stands in the table's definition. */
  static String affinity(SqlType<?> type) {
    return switch (type) {
      case SqlType.Truth _, SqlType.Whole32 _, SqlType.Whole64 _ -> "INTEGER";
      case SqlType.Moment _, SqlType.Decimal _ -> "INTEGER";
      case SqlType.Binary64 _, SqlType.Binary32 _ -> "REAL";
      case SqlType.Text _, SqlType.Identifier128 _, SqlType.Day _ -> "TEXT";
      case SqlType.Choice<?> _, Document<?> _ -> "TEXT";
      case SqlType.Blob _ -> "BLOB";
      case Mapped<?, ?> mapped -> affinity(mapped.of());
    };
  }

  /** A value as it is bound: a long, a double, a text, bytes or null. */
  static @Nullable Object stored(SqlType<?> type, @Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Object it when type instanceof Mapped<?, ?> mapped ->
          stored(mapped.of(), mapped.toStored(it));
      case Boolean truth -> truth ? 1L : 0L;
      case Integer number -> number.longValue();
      case Float number -> number.doubleValue();
      case Instant moment -> micros(moment);
      case BigDecimal number when type instanceof SqlType.Decimal(var scale) ->
          number.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
      case Enum<?> constant -> constant.name();
      case UUID id -> id.toString();
      case LocalDate day -> day.toString();
      default -> value;
    };
  }

  /** A stored value as the type's own; positions count from 1. */
  static @Nullable Object read(ResultSet rows, int position, SqlType<?> type) throws SQLException {
    return switch (type) {
      case SqlType.Whole64 _ -> whole(rows, position, number -> number);
      case SqlType.Whole32 _ -> whole(rows, position, Math::toIntExact);
      case SqlType.Truth _ -> whole(rows, position, number -> number != 0);
      case SqlType.Binary64 _ -> real(rows, position);
      case SqlType.Binary32 _ -> {
        var number = real(rows, position);
        yield number == null ? null : number.floatValue();
      }
      case SqlType.Moment _ -> whole(rows, position, Storage::moment);
      case SqlType.Decimal(var scale) ->
          whole(rows, position, number -> BigDecimal.valueOf(number, scale));
      case SqlType.Text _ -> rows.getString(position);
      case SqlType.Identifier128 _ -> {
        var text = rows.getString(position);
        yield text == null ? null : UUID.fromString(text);
      }
      case SqlType.Day _ -> {
        var text = rows.getString(position);
        yield text == null ? null : LocalDate.parse(text);
      }
      case SqlType.Blob _ -> rows.getBytes(position);
      case SqlType.Choice<?>(var constants) -> constant(constants, rows.getString(position));
      case Mapped<?, ?> mapped -> {
        var stored = read(rows, position, mapped.of());
        yield stored == null ? null : mapped.fromStored(stored);
      }
      case Document<?> document -> {
        var text = rows.getString(position);
        yield text == null ? null : document.parse(text);
      }
    };
  }

  /** A whole number, however it is stored; SQLite itself takes 0 for a text that is none. */
  private static @Nullable Object whole(ResultSet rows, int position, LongFunction<Object> made)
      throws SQLException {
    return switch (rows.getObject(position)) {
      case null -> null;
      case Integer number -> made.apply(number);
      case Long number -> made.apply(number);
      case Double number when number == Math.rint(number) && Math.abs(number) < WHOLE_MAX ->
          made.apply(number.longValue());
      case Object other -> made.apply(Long.parseLong(other.toString()));
    };
  }

  private static @Nullable Double real(ResultSet rows, int position) throws SQLException {
    return switch (rows.getObject(position)) {
      case null -> null;
      case Number number -> number.doubleValue();
      case Object other -> Double.valueOf(other.toString());
    };
  }

  private static long micros(Instant moment) {
    var cut = moment.truncatedTo(ChronoUnit.MICROS);
    return Math.addExact(
        Math.multiplyExact(cut.getEpochSecond(), MICROS_PER_SECOND), cut.getNano() / 1_000);
  }

  private static Instant moment(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS_PER_SECOND),
        Math.floorMod(micros, MICROS_PER_SECOND) * 1_000L);
  }

  private static @Nullable Object constant(
      List<? extends Enum<?>> constants, @Nullable String name) {
    if (name == null) return null;
    for (var constant : constants) {
      if (constant.name().equals(name)) return constant;
    }
    throw new IllegalStateException("no such constant");
  }
}

package dev.covet.data.postgres.tables;

import dev.covet.data.type.Document;
import dev.covet.data.type.Mapped;
import dev.covet.data.type.SqlType;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How PostgreSQL stores each type, and what its client takes and gives for it. */
public final class PostgresTypes {
  private PostgresTypes() {}

  /**
   * What stands in the table's definition. Text is compared and sorted by code point, whatever the
   * database's own order is.
   */
  static String declared(SqlType<?> type) {
    return switch (type) {
      case SqlType.Text _, SqlType.Choice<?> _ -> "text COLLATE \"C\"";
      case Mapped<?, ?> mapped -> declared(mapped.of());
      default -> name(type);
    };
  }

  /** The type's name, as {@code format_type} gives it. */
  static String name(SqlType<?> type) {
    return switch (type) {
      case SqlType.Truth _ -> "boolean";
      case SqlType.Whole32 _ -> "integer";
      case SqlType.Whole64 _ -> "bigint";
      case SqlType.Binary64 _ -> "double precision";
      case SqlType.Binary32 _ -> "real";
      case SqlType.Text _, SqlType.Choice<?> _ -> "text";
      case SqlType.Identifier128 _ -> "uuid";
      case SqlType.Day _ -> "date";
      case SqlType.Moment _ -> "timestamp with time zone";
      case SqlType.Decimal(var scale) ->
          "numeric(" + SqlType.Decimal.DIGITS_MAX + "," + scale + ")";
      case SqlType.Blob _ -> "bytea";
      case Document<?> _ -> "json";
      case Mapped<?, ?> mapped -> name(mapped.of());
    };
  }

  /** A value as the client takes it. */
  public static @Nullable Object bound(SqlType<?> type, @Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Object it when type instanceof Mapped<?, ?> mapped ->
          bound(mapped.of(), mapped.toStored(it));
      case Instant moment -> moment.atOffset(ZoneOffset.UTC);
      case Enum<?> constant -> constant.name();
      case byte[] bytes -> Buffer.buffer(bytes);
      default -> value;
    };
  }

  /** A value of the client as the type's own. */
  public static @Nullable Object read(SqlType<?> type, @Nullable Object value) {
    if (value == null) return null;
    return switch (type) {
      case SqlType.Whole64 _ -> whole(value);
      case SqlType.Whole32 _ -> Math.toIntExact(whole(value));
      case SqlType.Truth _ -> value instanceof Boolean truth ? truth : whole(value) != 0;
      case SqlType.Binary64 _ -> number(value).doubleValue();
      case SqlType.Binary32 _ -> number(value).floatValue();
      case SqlType.Moment _ -> moment(value);
      case SqlType.Decimal(var scale) ->
          new BigDecimal(value.toString()).setScale(scale, RoundingMode.UNNECESSARY);
      case SqlType.Text _ -> value.toString();
      case SqlType.Identifier128 _ -> value instanceof UUID id ? id : UUID.fromString(text(value));
      case SqlType.Day _ -> value instanceof LocalDate day ? day : LocalDate.parse(text(value));
      case SqlType.Blob _ -> ((Buffer) value).getBytes();
      case SqlType.Choice<?>(var constants) -> constant(constants, text(value));
      case Mapped<?, ?> mapped -> mapped.fromStored(notNull(read(mapped.of(), value)));
      case Document<?> document -> document.parse(json(value));
    };
  }

  private static Object notNull(@Nullable Object value) {
    if (value == null) throw new IllegalStateException("no value");
    return value;
  }

  private static long whole(Object value) {
    return switch (value) {
      case Long number -> number;
      case Integer number -> number;
      case Short number -> number;
      case Object other -> new BigDecimal(other.toString()).longValueExact();
    };
  }

  private static Number number(Object value) {
    return value instanceof Number number ? number : Double.valueOf(value.toString());
  }

  private static Instant moment(Object value) {
    return switch (value) {
      case OffsetDateTime moment -> moment.toInstant();
      case LocalDateTime moment -> moment.toInstant(ZoneOffset.UTC);
      case Object other -> Instant.parse(text(other));
    };
  }

  /** JSON that is read as text, or by the client, which rounds numbers. */
  private static String json(Object value) {
    if (isRounded(value)) throw new IllegalStateException("numbers: read it by cast(... as text)");
    return value instanceof String text ? text : Json.encode(value);
  }

  private static boolean isRounded(@Nullable Object value) {
    return switch (value) {
      case JsonArray array -> isRounded((Collection<?>) array.getList());
      case JsonObject object ->
          object.getMap().values().stream().anyMatch(PostgresTypes::isRounded);
      case Map<?, ?> map -> map.values().stream().anyMatch(PostgresTypes::isRounded);
      case Collection<?> list -> list.stream().anyMatch(PostgresTypes::isRounded);
      case null, default -> value instanceof Double || value instanceof Float;
    };
  }

  private static String text(Object value) {
    return value instanceof String text ? text : value.toString();
  }

  private static Object constant(List<? extends Enum<?>> constants, String name) {
    for (var constant : constants) {
      if (constant.name().equals(name)) return constant;
    }
    throw new IllegalStateException("no such constant");
  }
}

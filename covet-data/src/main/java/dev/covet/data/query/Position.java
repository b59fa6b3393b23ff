package dev.covet.data.query;

import dev.covet.data.type.Document;
import dev.covet.data.type.Mapped;
import dev.covet.data.type.SqlType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a row stands in an order, as a text that clients hand back. It is no secret, and not
 * signed: what it has in it is bound as any value that a client sends.
 */
public final class Position {
  /** Between values; no column holds it. */
  private static final String SEPARATOR = "\u0000";

  private static final String NULL = "-";
  private static final String VALUE = "+";

  private Position() {}

  /**
   * The text of a position.
   *
   * @param values one for each of the orders
   */
  public static String text(Keyset<?> keyset, List<? extends @Nullable Object> values) {
    var parts = new ArrayList<String>();
    parts.add(name(keyset));
    for (var at = 0; at < values.size(); at++) {
      var value = values.get(at);
      parts.add(value == null ? NULL : VALUE + written(value));
    }
    var bytes = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * The values of a position.
   *
   * @throws IllegalArgumentException if the text is none in this order
   */
  public static List<@Nullable Object> values(Keyset<?> keyset, String text) {
    var all = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    var parts = Arrays.asList(all.split(SEPARATOR, -1));
    if (parts.size() != keyset.orders().size() + 1 || !parts.getFirst().equals(name(keyset))) {
      throw new IllegalArgumentException("a position in another order");
    }
    var values = new ArrayList<@Nullable Object>();
    for (var at = 1; at < parts.size(); at++) {
      values.add(value(keyset.orders().get(at - 1).formula().type(), parts.get(at)));
    }
    return values;
  }

  /** So that a position in one order is none in another. */
  private static String name(Keyset<?> keyset) {
    var name = new StringBuilder();
    for (var order : keyset.orders()) {
      name.append(name(order.formula()));
      name.append(order.direction() == Order.Direction.ASCENDING ? '<' : '>');
      name.append(order.nulls() == Order.Nulls.LAST ? 'l' : 'f');
    }
    return name.toString();
  }

  private static String name(Formula<?, ?> formula) {
    return switch (formula) {
      case Formula.OfColumn<?, ?> column -> column.name();
      case Formula.Unmapped<?, ?> stored -> name(stored.of());
      default -> "?";
    };
  }

  private static @Nullable Object value(SqlType<?> type, String part) {
    if (part.equals(NULL)) return null;
    if (!part.startsWith(VALUE)) throw new IllegalArgumentException("neither a value nor none");
    return read(type, part.substring(1));
  }

  private static String written(Object value) {
    return switch (value) {
      case Enum<?> constant -> constant.name();
      case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
      case BigDecimal number -> number.unscaledValue().toString();
      default -> value.toString();
    };
  }

  private static Object read(SqlType<?> type, String text) {
    return switch (type) {
      case SqlType.Truth _ -> Boolean.valueOf(text);
      case SqlType.Whole32 _ -> Integer.valueOf(text);
      case SqlType.Whole64 _ -> Long.valueOf(text);
      case SqlType.Binary64 _ -> Double.valueOf(text);
      case SqlType.Binary32 _ -> Float.valueOf(text);
      case SqlType.Text _ -> text;
      case SqlType.Identifier128 _ -> UUID.fromString(text);
      case SqlType.Day _ -> LocalDate.parse(text);
      case SqlType.Moment _ -> Instant.parse(text);
      case SqlType.Decimal(var scale) -> BigDecimal.valueOf(Long.parseLong(text), scale);
      case SqlType.Blob _ -> Base64.getDecoder().decode(text);
      case SqlType.Choice<?>(var constants) ->
          constants.stream().filter(it -> it.name().equals(text)).findFirst().orElseThrow();
      case Mapped<?, ?> _, Document<?> _ ->
          throw new IllegalArgumentException("a value in another form than it is stored in");
    };
  }
}

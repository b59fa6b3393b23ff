package dev.covet.data.sqlite;

import dev.covet.data.sql.TableSql;
import dev.covet.data.type.Document;
import dev.covet.data.type.SqlType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The default of a component as a column stores it: what rows hold that were there before it. */
final class DefaultSql {
  private DefaultSql() {}

  /**
   * The literal of SQL; empty if the component has no default, or none that says by itself how it
   * is stored.
   *
   * @param json the default as JSON
   */
  static Optional<String> of(SqlType<?> type, @Nullable String json) {
    return json == null ? Optional.empty() : literal(type, json);
  }

  private static Optional<String> literal(SqlType<?> type, String json) {
    return switch (type) {
      case SqlType.Truth _ -> Optional.of(json.equals("true") ? "1" : "0");
      case SqlType.Whole32 _, SqlType.Whole64 _, SqlType.Binary64 _ -> Optional.of(json);
      // stored as the double that it is: 0.1f is not 0.1
      case SqlType.Binary32 _ -> Optional.of(Double.toString(Float.parseFloat(json)));
      case SqlType.Decimal(var scale) -> Optional.of(scaled(json, scale));
      case SqlType.Text _, SqlType.Identifier128 _, SqlType.Day _ -> TableSql.literal(json);
      case SqlType.Choice<?>(var constants) ->
          TableSql.literal(json)
              .filter(
                  it -> constants.stream().anyMatch(each -> it.equals("'" + each.name() + "'")));
      case SqlType.Moment moment -> micros(moment, json);
      case Document<?> _ -> Optional.of(TableSql.quoted(json));
      default -> Optional.empty();
    };
  }

  private static String scaled(String json, int scale) {
    return new BigDecimal(json)
        .setScale(scale, RoundingMode.UNNECESSARY)
        .unscaledValue()
        .toString();
  }

  private static Optional<String> micros(SqlType<?> type, String json) {
    try {
      var moment = Instant.parse(json.substring(1, json.length() - 1));
      return Optional.of(Objects.toString(Storage.stored(type, moment)));
    } catch (DateTimeException | IndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }
}

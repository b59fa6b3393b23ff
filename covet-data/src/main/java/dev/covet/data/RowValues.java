package dev.covet.data;

import dev.covet.api.Problem;
import dev.covet.data.query.Column;
import dev.covet.data.query.Mapping;
import dev.covet.data.query.SqlType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row's values as they will be read back, whichever database stores them. */
final class RowValues {
  private RowValues() {}

  /**
   * Makes values what they will be.
   *
   * @throws BrokenRow if one cannot be stored
   */
  static void normalize(Mapping<?, ?> table, @Nullable Object[] values, BitSet written) {
    var problems = new ArrayList<Problem>();
    for (var column : table.columns()) {
      var at = column.index();
      if (written.get(at)) {
        var value = values[at];
        if (!fits(column, value)) {
          var name = table.shape().names().get(at);
          problems.add(Problem.at(List.of("body", name), "invalid", "cannot be stored"));
        } else if (value != null) {
          values[at] = normal(column.type(), value);
        }
      }
    }
    refuse(table, problems);
  }

  static void refuse(Mapping<?, ?> table, List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new BrokenRow(table.entity(), problems);
    }
  }

  private static boolean fits(Column<?, ?> column, @Nullable Object value) {
    return switch (value) {
      case null -> column.spec().isNullable();
      case String text -> text.indexOf('\0') < 0;
      case Double number -> Double.isFinite(number);
      case LocalDate day -> day.getYear() >= 1 && day.getYear() <= 9999;
      case BigDecimal number when column.type() instanceof SqlType.Decimal(var scale) ->
          number.stripTrailingZeros().scale() <= scale
              && number.precision() - number.scale() + scale <= SqlType.Decimal.DIGITS_MAX;
      default -> true;
    };
  }

  private static Object normal(SqlType<?> type, Object value) {
    return switch (value) {
      case Instant moment -> moment.truncatedTo(ChronoUnit.MICROS);
      case Double number when number == 0 -> 0.0;
      case BigDecimal number when type instanceof SqlType.Decimal(var scale) ->
          number.setScale(scale, RoundingMode.UNNECESSARY);
      default -> value;
    };
  }
}

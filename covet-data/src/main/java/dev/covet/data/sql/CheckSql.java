package dev.covet.data.sql;

import dev.covet.data.table.Column;
import dev.covet.data.table.Identifiers;
import dev.covet.data.table.Mapping;
import dev.covet.data.type.Mapped;
import dev.covet.data.type.SqlType;
import dev.covet.schema.Constraint;
import dev.covet.schema.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a {@code CHECK} can say of a column on every database. */
public final class CheckSql {
  private CheckSql() {}

  /**
   * The conditions that a column's type and its component's constraints ask for: as much as they
   * ask or less, never more.
   */
  public static List<String> of(Mapping<?, ?> table, Column<?, ?> column) {
    var spec = column.spec();
    var name = Identifiers.sql(spec.column());
    var checks = new ArrayList<String>();
    if (column.type() instanceof SqlType.Choice<?>(var constants)) {
      checks.add(
          constants.stream()
              .map(it -> "'" + it.name() + "'")
              .collect(Collectors.joining(", ", name + " IN (", ")")));
    }
    checks.addAll(
        limits(name, column.type(), table.schema().properties().get(spec.index()).schema()));
    return checks;
  }

  private static List<String> limits(String name, SqlType<?> type, Schema schema) {
    return switch (schema) {
      case Schema.Nullable(var of) -> limits(name, type, of);
      case Schema.Scalar(_, var limits) ->
          limits.stream().flatMap(it -> check(name, type, it).stream()).toList();
      default -> List.of();
    };
  }

  private static List<String> check(String name, SqlType<?> type, Constraint limit) {
    var stored = Mapped.of(type);
    var isWhole = stored instanceof SqlType.Whole32 || stored instanceof SqlType.Whole64;
    return switch (limit) {
      case Constraint.AtLeast(var value, var exclusive) when isWhole ->
          List.of(name + (exclusive ? " > " : " >= ") + plain(value));
      case Constraint.AtMost(var value, var exclusive) when isWhole ->
          List.of(name + (exclusive ? " < " : " <= ") + plain(value));
      case Constraint.Size(_, var max)
          when type instanceof SqlType.Text && max != Integer.MAX_VALUE ->
          List.of("length(" + name + ") <= " + max);
      case Constraint.NotBlank _ when type instanceof SqlType.Text -> List.of(name + " <> ''");
      default -> List.of();
    };
  }

  private static String plain(String number) {
    var isPlain = number.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    return isPlain ? number : new BigDecimal(number).toPlainString();
  }
}

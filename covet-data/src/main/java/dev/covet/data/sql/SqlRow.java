package dev.covet.data.sql;

import dev.covet.data.table.ColumnSpec;
import dev.covet.data.table.Mapping;
import dev.covet.data.table.PartValues;
import dev.covet.data.type.SqlType;
import dev.covet.data.type.UnreadableValue;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a row of an {@code @Sql} becomes: a record, each of whose components is read from the column
 * of its name, or the value of the only column. Immutable.
 *
 * @param <R> that
 */
public final class SqlRow<R extends @Nullable Object> {
  private final List<Component> components;
  private final boolean isValue;
  private final Function<PartValues, R> make;

  private SqlRow(List<Component> components, boolean isValue, Function<PartValues, R> make) {
    this.components = List.copyOf(components);
    this.isValue = isValue;
    this.make = make;
  }

  /**
   * A component of a record, and the column that it is read from.
   *
   * @param column in SQL; its case does not matter
   * @param component with its record, for messages: {@code HeroName.age}
   */
  public record Component(String column, String component, SqlType<?> type, boolean isNullable) {}

  /** A column whose values are never null. */
  public static Component column(String column, String component, SqlType<?> type) {
    return new Component(column, component, type, false);
  }

  /** A column whose values may be null. */
  public static Component nullable(String column, String component, SqlType<?> type) {
    return new Component(column, component, type, true);
  }

  /** A record: {@code SqlRow.of(values -> new Name(values.get(0, ...)), SqlRow.column(...))}. */
  public static <R> SqlRow<R> of(Function<PartValues, R> make, Component... components) {
    return new SqlRow<>(Arrays.asList(components), false, make);
  }

  /** The record of a table, by the names of its columns. */
  public static <R> SqlRow<R> of(Mapping<R, ?> table) {
    var components = table.columns().stream().map(it -> component(table, it.spec(), it.type()));
    return new SqlRow<>(components.toList(), false, it -> table.shape().make(it.all()));
  }

  private static Component component(Mapping<?, ?> table, ColumnSpec spec, SqlType<?> type) {
    var name = table.entity() + "." + spec.name();
    return new Component(spec.column(), name, type, spec.isNullable());
  }

  /** The only value of a row, which is never null. */
  public static <V> SqlRow<V> value(SqlType<V> type) {
    return new SqlRow<>(List.of(column("", "its value", type)), true, it -> it.value(type));
  }

  /** The only value of a row, which may be null. */
  public static <V> SqlRow<@Nullable V> valueOrNull(SqlType<V> type) {
    return new SqlRow<>(List.of(nullable("", "its value", type)), true, it -> it.valueOrNull(type));
  }

  /**
   * Reads the rows of one result.
   *
   * @param statement what messages call the statement
   * @return a function that throws {@link IllegalStateException} if the columns do not fit; not
   *     thread-safe
   */
  public Function<Row, R> reading(String statement) {
    return new Reading<>(this, statement);
  }

  /** Reads the rows of one result, whose columns stand in the same places in all rows. */
  private static final class Reading<R extends @Nullable Object> implements Function<Row, R> {
    private final SqlRow<R> as;
    private final String statement;
    private List<String> columns = List.of();
    private int @Nullable [] positions;

    Reading(SqlRow<R> as, String statement) {
      this.as = as;
      this.statement = statement;
    }

    @Override
    public R apply(Row row) {
      var at = positions;
      if (at == null) {
        columns = row.columns();
        at = as.isValue ? only() : as.components.stream().mapToInt(this::position).toArray();
        positions = at;
      }
      var values = new @Nullable Object[at.length];
      for (var each = 0; each < at.length; each++) {
        values[each] = value(row, at[each], as.components.get(each));
      }
      return as.make.apply(new PartValues(values));
    }

    private int[] only() {
      if (columns.size() != 1) throw misfit("one value is read, and the result has the columns");
      return new int[] {0};
    }

    private int position(Component component) {
      var found = -1;
      for (var at = 0; at < columns.size(); at++) {
        var isOther = !columns.get(at).equalsIgnoreCase(component.column);
        if (!isOther && found >= 0) {
          throw misfit("two columns are called %s among".formatted(component.column));
        }
        found = isOther ? found : at;
      }
      if (found < 0) {
        throw misfit(
            "%s is read from the column %s, and the result has"
                .formatted(component.component, component.column));
      }
      return found;
    }

    private @Nullable Object value(Row row, int at, Component component) {
      try {
        Object value = row.get(at, component.type);
        if (value != null || component.isNullable) return value;
      } catch (UnreadableValue e) {
        throw e.in(columns.get(at), statement);
      }
      throw new IllegalStateException(
          "%s: the column %s is null, and %s may not be: mark it @Nullable, or use coalesce(...)"
              .formatted(statement, columns.get(at), component.component));
    }

    private IllegalStateException misfit(String what) {
      return new IllegalStateException(
          "%s: %s %s".formatted(statement, what, String.join(", ", columns)));
    }
  }
}

package dev.covet.data.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one statement: text and arguments side by side. Not thread-safe. */
final class SqlWriter {
  private final Dialect dialect;
  private final StringBuilder text = new StringBuilder(128);
  private final List<Sql.Argument> arguments = new ArrayList<>();

  SqlWriter(Dialect dialect) {
    this.dialect = dialect;
  }

  Sql sql() {
    return new Sql(text.toString(), arguments);
  }

  SqlWriter add(String sql) {
    text.append(sql);
    return this;
  }

  SqlWriter name(String identifier) {
    return add(Identifiers.sql(identifier));
  }

  SqlWriter argument(SqlType<?> type, @Nullable Object value) {
    return add(placeholder(type, value));
  }

  /** Columns of one table, with commas. */
  SqlWriter names(List<? extends Column<?, ?>> columns) {
    var separator = "";
    for (var column : columns) {
      add(separator).name(column.spec().column());
      separator = ",";
    }
    return this;
  }

  /** {@code WHERE} and the conditions that ask for something; nothing if none does. */
  SqlWriter where(String prefix, Condition<?> condition) {
    var asked = simplify(condition);
    if (!(asked instanceof Condition.Open<?>)) {
      add(" WHERE ");
      condition(prefix, asked, false);
    }
    return this;
  }

  /** A column that holds one of these keys. */
  SqlWriter amongKeys(String column, List<?> keys) {
    return add(dialect.amongKeys(column, placeholder(SqlType.TEXT, KeyList.json(keys))));
  }

  SqlWriter orderBy(String prefix, List<? extends Order<?>> orders) {
    var separator = " ORDER BY ";
    for (var order : orders) {
      var spec = order.column().spec();
      add(separator).add(prefix).name(spec.column()).add(direction(order, spec.isNullable()));
      separator = ",";
    }
    return this;
  }

  private static String direction(Order<?> order, boolean mayBeNull) {
    return switch (order.direction()) {
      case ASCENDING -> mayBeNull ? " NULLS LAST" : "";
      case DESCENDING -> mayBeNull ? " DESC NULLS FIRST" : " DESC";
    };
  }

  private void condition(String prefix, Condition<?> condition, boolean inner) {
    switch (condition) {
      case Condition.Compare<?, ?> it ->
          column(prefix, it.column())
              .add(" " + it.comparison().sql() + " ")
              .argument(it.column().type(), it.value());
      case Condition.Among<?, ?> it -> among(prefix, it);
      case Condition.Containing<?> it ->
          add(
              dialect.containing(
                  prefix + Identifiers.sql(it.column().spec().column()),
                  placeholder(SqlType.TEXT, "%" + escape(it.part()) + "%")));
      case Condition.Absent<?> it -> column(prefix, it.column()).add(" IS NULL");
      case Condition.Not<?> it -> {
        add("NOT (");
        condition(prefix, it.of(), false);
        add(")");
      }
      case Condition.All<?> it -> joined(prefix, it.of(), " AND ", inner);
      case Condition.Any<?> it -> joined(prefix, it.of(), " OR ", inner);
      case Condition.Open<?> _ -> add("1=1");
    }
  }

  private SqlWriter column(String prefix, Column<?, ?> column) {
    return add(prefix).name(column.spec().column());
  }

  private void among(String prefix, Condition.Among<?, ?> among) {
    if (among.values().isEmpty()) {
      add("1=0");
      return;
    }
    column(prefix, among.column()).add(" IN (");
    var separator = "";
    for (var value : among.values()) {
      add(separator).argument(among.column().type(), value);
      separator = ",";
    }
    add(")");
  }

  private void joined(
      String prefix, List<? extends Condition<?>> conditions, String word, boolean inner) {
    add(inner ? "(" : "");
    var separator = "";
    for (var condition : conditions) {
      add(separator);
      condition(prefix, condition, true);
      separator = word;
    }
    add(conditions.isEmpty() ? "1=0" : "").add(inner ? ")" : "");
  }

  private String placeholder(SqlType<?> type, @Nullable Object value) {
    arguments.add(new Sql.Argument(type, value));
    return dialect.placeholder(arguments.size());
  }

  private static String escape(String part) {
    return part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  /** Takes out what asks for nothing. */
  private static <T> Condition<T> simplify(Condition<T> condition) {
    return switch (condition) {
      case Condition.All<T>(var of) -> {
        var asked = asked(of);
        yield asked.isEmpty()
            ? new Condition.Open<>()
            : asked.size() == 1 ? asked.getFirst() : new Condition.All<>(asked);
      }
      case Condition.Any<T>(var of) -> {
        var asked = asked(of);
        yield asked.isEmpty() && !of.isEmpty()
            ? new Condition.Open<>()
            : new Condition.Any<>(asked);
      }
      case Condition.Not<T>(var of) ->
          simplify(of) instanceof Condition.Open<T> open ? open : new Condition.Not<>(simplify(of));
      default -> condition;
    };
  }

  private static <T> List<Condition<T>> asked(List<Condition<T>> conditions) {
    return conditions.stream()
        .map(SqlWriter::simplify)
        .filter(it -> !(it instanceof Condition.Open<T>))
        .toList();
  }
}

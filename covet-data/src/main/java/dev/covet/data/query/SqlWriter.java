package dev.covet.data.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one statement: text and arguments side by side. Not thread-safe. */
final class SqlWriter {
  /**
   * Most conditions that are written in a row; more are written as two halves, since for a database
   * each in a row is one level deeper than the next.
   */
  static final int IN_A_ROW_MAX = 16;

  /** The depth of the deepest condition of one column, with the functions in it. */
  static final int LEAF_DEPTH = 4;

  private final Dialect dialect;
  private final List<String> pieces = new ArrayList<>(32);
  private final List<Sql.Argument> arguments = new ArrayList<>(4);

  SqlWriter(Dialect dialect) {
    this.dialect = dialect;
  }

  /** The statement, whose text is one of those that are kept. */
  Sql sql(SqlTexts texts) {
    return new Sql(texts.of(pieces), arguments);
  }

  /** The text so far. */
  String text() {
    return String.join("", pieces);
  }

  SqlWriter add(String sql) {
    if (!sql.isEmpty()) {
      pieces.add(sql);
    }
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

  /** Columns that are read, with commas. */
  SqlWriter reads(List<? extends Column<?, ?>> columns) {
    var separator = "";
    for (var column : columns) {
      add(separator).read("", column);
      separator = ",";
    }
    return this;
  }

  /** A column that is read. */
  SqlWriter read(String prefix, Column<?, ?> column) {
    return add(dialect.read(prefix + Identifiers.sql(column.spec().column()), column.type()));
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
  SqlWriter amongKeys(String column, List<?> keys, SqlType<?> type) {
    var stored = keys.stream().map(key -> dialect.key(type, key)).toList();
    return add(dialect.amongKeys(column, type, placeholder(SqlType.TEXT, KeyList.json(stored))));
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
      case Condition.Compare<?, ?> it -> compare(prefix, it);
      case Condition.Among<?, ?> it -> among(prefix, it);
      case Condition.Containing<?> it -> containing(prefix, it);
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

  private <V> void compare(String prefix, Condition.Compare<?, V> compare) {
    var column = compare.column();
    switch (Bound.of(column.type(), compare.comparison(), compare.value())) {
      case Bound.With(var comparison, var type, var value) ->
          column(prefix, column).add(comparison.infix()).argument(type, value);
      case Bound.None() -> itself(prefix, column, " <> ");
      case Bound.Any() -> itself(prefix, column, " = ");
    }
  }

  /** As true or false as any comparison of the column would be: unknown for null. */
  private void itself(String prefix, Column<?, ?> column, String operator) {
    column(prefix, column).add(operator).column(prefix, column);
  }

  private void containing(String prefix, Condition.Containing<?> containing) {
    if (!Storable.holds(SqlType.TEXT, containing.part())) {
      itself(prefix, containing.column(), " <> ");
      return;
    }
    var name = prefix + Identifiers.sql(containing.column().spec().column());
    var part = dialect.part(containing.part());
    add(dialect.containing(name, placeholder(SqlType.TEXT, part)));
  }

  private <V> void among(String prefix, Condition.Among<?, V> among) {
    if (among.values().isEmpty()) {
      add("1=0");
      return;
    }
    var type = among.column().type();
    var values = new ArrayList<V>(among.values().size());
    for (var value : among.values()) {
      if (Bound.of(type, Comparison.EQ, value) instanceof Bound.With) {
        values.add(value);
      }
    }
    if (values.isEmpty()) {
      itself(prefix, among.column(), " <> ");
      return;
    }
    column(prefix, among.column()).add(" IN (");
    for (var at = 0; at < Condition.Among.room(values.size()); at++) {
      add(at == 0 ? "" : ",").argument(type, values.get(Math.min(at, values.size() - 1)));
    }
    add(")");
  }

  private void joined(
      String prefix, List<? extends Condition<?>> conditions, String word, boolean inner) {
    add(inner ? "(" : "");
    var size = conditions.size();
    if (size > IN_A_ROW_MAX) {
      joined(prefix, conditions.subList(0, size / 2), word, true);
      add(word);
      joined(prefix, conditions.subList(size / 2, size), word, true);
    } else {
      inARow(prefix, conditions, word);
    }
    add(inner ? ")" : "");
  }

  private void inARow(String prefix, List<? extends Condition<?>> conditions, String word) {
    var separator = "";
    for (var condition : conditions) {
      add(separator);
      condition(prefix, condition, true);
      separator = word;
    }
    add(conditions.isEmpty() ? "1=0" : "");
  }

  private String placeholder(SqlType<?> type, @Nullable Object value) {
    arguments.add(new Sql.Argument(type, value));
    return dialect.placeholder(arguments.size(), type);
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
      case Condition.Not<T>(var of) -> {
        var simple = simplify(of);
        yield simple instanceof Condition.Open<T> ? simple : new Condition.Not<>(simple);
      }
      default -> condition;
    };
  }

  private static <T> List<Condition<T>> asked(List<Condition<T>> conditions) {
    var asked = new ArrayList<Condition<T>>(conditions.size());
    for (var condition : conditions) {
      var simple = simplify(condition);
      if (!(simple instanceof Condition.Open<T>)) {
        asked.add(simple);
      }
    }
    return asked;
  }
}

package dev.covet.data.sql;

import dev.covet.data.query.Condition;
import dev.covet.data.query.Extent;
import dev.covet.data.query.Formula;
import dev.covet.data.query.TextMatch;
import dev.covet.data.type.Bound;
import dev.covet.data.type.Comparison;
import dev.covet.data.type.SqlType;
import dev.covet.data.type.Storable;
import dev.covet.data.type.StorableText;
import java.util.ArrayList;
import java.util.List;

/** Writes conditions on rows. Not thread-safe. */
final class ConditionSql {
  private final SqlWriter sql;
  private final RowScope scope;

  ConditionSql(SqlWriter sql, RowScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /** A condition that asks for something. */
  void write(Condition<?> condition) {
    write(condition, false);
  }

  private void write(Condition<?> condition, boolean inner) {
    switch (condition) {
      case Condition.Compare<?, ?> it -> compare(it);
      case Condition.CompareTwo<?, ?>(var of, var comparison, var other) ->
          value(of).add(comparison.infix()).value(scope, other);
      case Condition.Among<?, ?> it -> among(it);
      case Condition.AmongFound<?>(var of, var found) -> {
        value(of).add(" IN (");
        new PickingSql(sql, scope.found(found.table())).writeFound(found);
        sql.add(")");
      }
      case Condition.Refers<?, ?> it -> refers(it);
      case Condition.Exists<?>(var rows) -> sql.add(FormulaSql.exists(sql, scope, rows));
      case Condition.Matching<?> it -> matching(it);
      case Condition.Has<?, ?>(var of, var json) -> has(of, json);
      case Condition.Absent<?>(var of) -> value(of).add(" IS NULL");
      case Condition.Present<?>(var of) -> value(of).add(" IS NOT NULL");
      case Condition.Not<?>(var of) -> {
        sql.add("NOT (");
        write(of, false);
        sql.add(")");
      }
      case Condition.All<?>(var of) -> joined(of, " AND ", inner);
      case Condition.Any<?>(var of) -> joined(of, " OR ", inner);
      case Condition.Open<?> _ -> sql.add("1=1");
    }
  }

  private SqlWriter value(Formula<?, ?> formula) {
    return sql.value(scope, formula);
  }

  private <V> void compare(Condition.Compare<?, V> compare) {
    var of = compare.of();
    switch (Bound.of(of.type(), compare.comparison(), compare.value())) {
      case Bound.With(var comparison, var type, var value) ->
          value(of).add(comparison.infix()).argument(type, value);
      case Bound.None() -> itself(of, " <> ");
      case Bound.Any() -> itself(of, " = ");
    }
  }

  /** As true or false as any comparison of the value would be: unknown for null. */
  private void itself(Formula<?, ?> of, String operator) {
    value(of).add(operator).value(scope, of);
  }

  private <V> void among(Condition.Among<?, V> among) {
    if (among.values().isEmpty()) {
      sql.add("1=0");
      return;
    }
    var type = among.of().type();
    var values = new ArrayList<V>(among.values().size());
    for (var value : among.values()) {
      if (Bound.of(type, Comparison.EQ, value) instanceof Bound.With) values.add(value);
    }
    if (values.isEmpty()) {
      itself(among.of(), " <> ");
      return;
    }
    value(among.of()).add(" IN (");
    for (var at = 0; at < Condition.Among.room(values.size()); at++) {
      sql.add(at == 0 ? "" : ",").argument(type, values.get(Math.min(at, values.size() - 1)));
    }
    sql.add(")");
  }

  private void refers(Condition.Refers<?, ?> refers) {
    var inner = scope.within(refers.target());
    value(refers.of()).add(" IN (SELECT ").add(inner.name(refers.target().keyColumns().getFirst()));
    sql.add(" FROM ").rows(refers.target()).where(inner, refers.condition()).add(")");
  }

  private void matching(Condition.Matching<?> matching) {
    var of = matching.of();
    var part = matching.part();
    if (!Storable.holds(SqlType.TEXT, part)) {
      itself(of, " <> ");
    } else if (part.isEmpty() && !matching.match().isOfPattern()) {
      itself(of, " = ");
    } else {
      sql.add(matched(FormulaSql.of(sql, scope, of), matching.match(), part));
    }
  }

  private void has(Formula<?, ?> of, String json) {
    if (json.isEmpty() || StorableText.holdsEscapedNul(json)) {
      sql.add("(").value(scope, of).add(" IS NULL AND NULL)"); // JSON is not compared with itself
    } else {
      sql.add(sql.dialect().having(FormulaSql.of(sql, scope, of), bound(json)));
    }
  }

  private String matched(String text, TextMatch match, String part) {
    var dialect = sql.dialect();
    return switch (match) {
      case CONTAINS -> dialect.containing(text, bound(dialect.part(part)));
      case STARTS_WITH -> dialect.starting(text, bound(dialect.part(part)));
      case ENDS_WITH -> dialect.ending(text, bound(part), bound(part));
      case LIKE -> dialect.like(text, bound(dialect.pattern(whole(part))));
      case ILIKE -> dialect.ilike(text, bound(whole(part)));
    };
  }

  private String bound(String text) {
    return sql.placeholder(SqlType.TEXT, text);
  }

  /** A backslash with nothing behind it stands for itself. */
  private static String whole(String pattern) {
    var backslashes = 0;
    while (backslashes < pattern.length()
        && pattern.charAt(pattern.length() - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 0 ? pattern : pattern + '\\';
  }

  private void joined(List<? extends Condition<?>> conditions, String word, boolean inner) {
    sql.add(inner ? "(" : "");
    var size = conditions.size();
    if (size > Extent.IN_A_ROW_MAX) {
      joined(conditions.subList(0, size / 2), word, true);
      sql.add(word);
      joined(conditions.subList(size / 2, size), word, true);
    } else {
      inARow(conditions, word);
    }
    sql.add(inner ? ")" : "");
  }

  private void inARow(List<? extends Condition<?>> conditions, String word) {
    var separator = "";
    for (var condition : conditions) {
      sql.add(separator);
      write(condition, true);
      separator = word;
    }
    sql.add(conditions.isEmpty() ? "1=0" : "");
  }
}

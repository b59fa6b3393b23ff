package dev.covet.data.sql;

import dev.covet.data.query.Formula;
import dev.covet.data.query.Simple;
import dev.covet.data.query.SqlOperation;
import dev.covet.data.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Values of a row as they stand in SQL. */
final class FormulaSql {
  private FormulaSql() {}

  /** A value; what is bound for it is added to the writer's values, in the order of the text. */
  static String of(SqlWriter sql, RowScope scope, Formula<?, ?> formula) {
    return switch (formula) {
      case Formula.OfColumn<?, ?> column -> scope.prefix() + scope.name(column);
      case Formula.Literal<?, ?>(var type, var value) -> sql.placeholder(type, value);
      case Formula.Unmapped<?, ?> stored -> of(sql, scope, stored.of());
      case Formula.Call<?, ?>(var _, var operation, var operands) ->
          call(sql, scope, operation, operands);
      case Formula.Related<?, ?> it -> related(sql, scope, it);
      case Formula.Outer<?, ?>(var outer) -> of(sql, scope.around(), outer);
      case Formula.Found<?, ?>(var rows, var found) -> found(sql, scope, rows, found);
      case Formula.Holds<?>(var condition) ->
          "coalesce(%s,FALSE)"
              .formatted(sql.apart(it -> new ConditionSql(it, scope).write(Simple.of(condition))));
    };
  }

  private static String call(
      SqlWriter sql,
      RowScope scope,
      SqlOperation operation,
      List<? extends Formula<?, ?>> operands) {
    if (operation.isAggregate() && !scope.mayAggregate()) {
      throw new IllegalArgumentException(
          "A value of several rows stands in select(...), having(...) or the order of those alone");
    }
    var inner = operation.isAggregate() ? scope.single() : scope;
    var texts = new ArrayList<String>(operands.size());
    for (var operand : operands) texts.add(of(sql, inner, operand));
    return sql.dialect()
        .call(operation, operands.isEmpty() ? SqlType.LONG : operands.getFirst().type(), texts);
  }

  private static String related(SqlWriter sql, RowScope scope, Formula.Related<?, ?> related) {
    var target = related.target();
    var inner = scope.correlated(target);
    return "(SELECT %s FROM %s WHERE %s%s = %s)"
        .formatted(
            of(sql, inner, related.of()),
            sql.apart(it -> it.rows(target, inner.alias())),
            inner.prefix(),
            inner.name(target.keyColumns().getFirst()),
            scope.qualified(related.reference()));
  }

  /** Of several rows that are joined, the first by its key is meant. */
  private static String found(
      SqlWriter sql, RowScope scope, Formula.Rows<?, ?> rows, Formula<?, ?> of) {
    var inner = scope.joined(rows.table());
    var isOfAll = of.isAggregate();
    var value = of(sql, isOfAll ? inner.aggregating() : inner, of);
    var keys =
        rows.table().keyColumns().stream()
            .map(it -> inner.prefix() + inner.name(it))
            .collect(Collectors.joining(","));
    return "(SELECT %s%s%s)"
        .formatted(value, from(sql, inner, rows), isOfAll ? "" : " ORDER BY " + keys + " LIMIT 1");
  }

  /** Whether there is a row that is joined. */
  static String exists(SqlWriter sql, RowScope scope, Formula.Rows<?, ?> rows) {
    return "EXISTS (SELECT 1" + from(sql, scope.joined(rows.table()), rows) + ")";
  }

  private static String from(SqlWriter sql, RowScope inner, Formula.Rows<?, ?> rows) {
    return sql.apart(
        it -> it.add(" FROM ").rows(rows.table(), inner.alias()).where(inner, rows.asked()));
  }
}

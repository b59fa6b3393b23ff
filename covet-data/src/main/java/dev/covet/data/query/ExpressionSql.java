package dev.covet.data.query;

import java.util.ArrayList;
import java.util.List;

/** Values of a row as they stand in SQL. */
final class ExpressionSql {
  private ExpressionSql() {}

  /** A value; what is bound for it is added to the writer's values, in the order of the text. */
  static String of(SqlWriter sql, RowScope scope, Expression<?, ?> expression) {
    return switch (expression) {
      case Column<?, ?> column -> scope.prefix() + scope.name(column);
      case Literal<?, ?>(var type, var value) -> sql.placeholder(type, value);
      case Unmapped<?, ?> stored -> of(sql, scope, stored.of());
      case Computed<?, ?> computed ->
          switch (computed.formula()) {
            case Formula.Call<?>(var operation, var operands) ->
                call(sql, scope, operation, operands);
            case Formula.Related<?> it -> related(sql, scope, it);
          };
    };
  }

  private static String call(
      SqlWriter sql,
      RowScope scope,
      SqlOperation operation,
      List<? extends Expression<?, ?>> operands) {
    if (operation.isAggregate() && !scope.mayAggregate()) {
      throw new IllegalArgumentException(
          "A value of several rows stands in select(...), having(...) or the order of those alone");
    }
    var inner = operation.isAggregate() ? RowScope.of(scope.table(), scope.prefix()) : scope;
    var texts = new ArrayList<String>(operands.size());
    for (var operand : operands) {
      texts.add(of(sql, inner, operand));
    }
    return sql.dialect()
        .call(operation, operands.isEmpty() ? SqlType.LONG : operands.getFirst().type(), texts);
  }

  private static String related(SqlWriter sql, RowScope scope, Formula.Related<?> related) {
    var target = related.target();
    var inner = scope.correlated(target);
    return "(SELECT %s FROM %s %s WHERE %s%s = %s)"
        .formatted(
            of(sql, inner, related.of()),
            Identifiers.sql(target.table()),
            inner.alias(),
            inner.prefix(),
            inner.name(target.key().keyColumn()),
            scope.qualified(related.reference()));
  }
}

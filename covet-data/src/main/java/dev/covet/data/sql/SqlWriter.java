package dev.covet.data.sql;

import dev.covet.data.query.Condition;
import dev.covet.data.query.Formula;
import dev.covet.data.query.KeyedTable;
import dev.covet.data.query.Order;
import dev.covet.data.query.Selection;
import dev.covet.data.query.Simple;
import dev.covet.data.table.Column;
import dev.covet.data.table.ColumnSpec;
import dev.covet.data.table.Identifiers;
import dev.covet.data.type.Document;
import dev.covet.data.type.SqlType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes one statement: text and arguments side by side. Not thread-safe. */
final class SqlWriter {
  private final SqlTerms terms;
  private final List<String> pieces = new ArrayList<>(32);
  private final List<Sql.Argument> arguments;
  private boolean isOwned;
  private String word = " WHERE ";

  SqlWriter(SqlTerms terms) {
    this(terms, new ArrayList<>(4));
  }

  private SqlWriter(SqlTerms terms, List<Sql.Argument> arguments) {
    this.terms = terms;
    this.arguments = arguments;
  }

  /** A text that is put into what is written next; its values are among those of this. */
  String apart(Consumer<SqlWriter> write) {
    var inner = new SqlWriter(terms, arguments);
    write.accept(inner);
    isOwned |= inner.isOwned;
    return inner.text();
  }

  /** The statement, whose text is one of those that are kept. */
  Sql sql(SqlTexts texts) {
    return new Sql(texts.of(pieces), arguments, isOwned, false);
  }

  /** The statement so far. */
  Sql sql() {
    return new Sql(text(), arguments, isOwned, false);
  }

  /** As {@link #sql}, of what changes nothing and locks no row. */
  Sql read(SqlTexts texts) {
    return new Sql(texts.of(pieces), arguments, isOwned, true);
  }

  /** Those of the values so far that stand for the owner. */
  List<Sql.Argument> owners() {
    return arguments.stream().filter(it -> it.value() instanceof Sql.Owner).toList();
  }

  /** The text so far. */
  String text() {
    return String.join("", pieces);
  }

  SqlWriter add(String sql) {
    if (!sql.isEmpty()) pieces.add(sql);
    return this;
  }

  SqlWriter name(String identifier) {
    return add(Identifiers.sql(identifier));
  }

  /** What was written before, with its values. */
  SqlWriter add(Sql sql) {
    arguments.addAll(sql.arguments());
    isOwned |= sql.isOwned();
    return add(sql.text());
  }

  /** The rows of a table, by its own name, as far as they may be read. */
  SqlWriter rows(KeyedTable<?> table) {
    return rows(table, "");
  }

  /**
   * The rows of a table, as far as they may be read: where it has owners, those of one alone. This
   * is the one place that reads from a table, whatever for.
   *
   * @param alias what they are called; empty for the table's own name
   */
  SqlWriter rows(KeyedTable<?> table, String alias) {
    var owner = terms.owner(table);
    if (owner == null) return name(table.table()).add(alias.isEmpty() ? "" : " " + alias);
    add("(SELECT * FROM ").name(table.table()).add(" WHERE ");
    owned(table, owner).add(") ");
    return alias.isEmpty() ? name(table.table()) : add(alias);
  }

  /** {@code WHERE} of what changes rows: where the table has owners, those of one alone. */
  SqlWriter whereChanged(RowScope scope, Condition<?> condition) {
    if (terms.owner(scope.table()) == null) return where(scope, condition);
    ofOwner(scope.table());
    var asked = Simple.of(condition);
    if (asked instanceof Condition.Open<?>) return this;
    and().add("(");
    new ConditionSql(this, scope).write(asked);
    return add(")");
  }

  /** Where the table has owners: that its rows are of one. */
  SqlWriter ofOwner(KeyedTable<?> table) {
    var owner = terms.owner(table);
    return owner == null ? this : and().owned(table, owner);
  }

  /** {@code WHERE} before the first of several things that are all asked for. */
  SqlWriter and() {
    add(word);
    word = " AND ";
    return this;
  }

  private SqlWriter owned(KeyedTable<?> table, Formula.OfColumn<?, ?> owner) {
    isOwned = true;
    return name(owner.column()).add(" = ").argument(owner.type(), new Sql.Owner(table.owners()));
  }

  SqlWriter argument(SqlType<?> type, @Nullable Object value) {
    return add(placeholder(type, value));
  }

  /** Columns of one table, with commas. */
  SqlWriter names(List<? extends Formula.OfColumn<?, ?>> columns) {
    var separator = "";
    for (var column : columns) {
      add(separator).name(column.column());
      separator = ",";
    }
    return this;
  }

  /**
   * {@code SET} with new values for columns; a version that is not among them becomes one more.
   *
   * @param changed positions of the columns that get one, at least one
   * @param value writes it
   */
  <T> SqlWriter set(List<Column<T, ?>> columns, BitSet changed, Consumer<Column<T, ?>> value) {
    var separator = " SET ";
    for (var column : columns) {
      var name = TableSql.name(column);
      if (changed.get(column.index())) {
        add(separator).add(name).add(" = ");
        value.accept(column);
        separator = ",";
      } else if (column.spec().upkeep() == ColumnSpec.Upkeep.VERSION) {
        add(separator).add(name).add(" = ").add(name).add(" + 1");
        separator = ",";
      }
    }
    return this;
  }

  /** Columns that are read, with commas. */
  SqlWriter reads(List<? extends Formula.OfColumn<?, ?>> columns) {
    var separator = "";
    for (var column : columns) {
      add(separator).read("", column);
      separator = ",";
    }
    return this;
  }

  /** A column that is read. */
  SqlWriter read(String prefix, Formula.OfColumn<?, ?> column) {
    return add(dialect().read(prefix + TableSql.name(column), column.type()));
  }

  /** {@code WHERE} and the conditions that ask for something; nothing if none does. */
  SqlWriter where(RowScope scope, Condition<?> condition) {
    return conditions(" WHERE ", scope, condition);
  }

  /** A word and the conditions that ask for something; nothing if none does. */
  SqlWriter conditions(String word, RowScope scope, Condition<?> condition) {
    var asked = Simple.of(condition);
    if (!(asked instanceof Condition.Open<?>)) {
      add(word);
      new ConditionSql(this, scope).write(asked);
    }
    return this;
  }

  /** A column that holds one of these keys. */
  SqlWriter amongKeys(String column, List<?> keys, SqlType<?> type) {
    var stored = keys.stream().map(key -> dialect().key(type, key)).toList();
    return add(dialect().amongKeys(column, type, placeholder(SqlType.TEXT, KeyList.json(stored))));
  }

  SqlWriter orderBy(RowScope scope, List<? extends Order<?>> orders) {
    var separator = " ORDER BY ";
    for (var order : orders) {
      add(separator).value(scope, order.formula()).add(direction(order));
      separator = ",";
    }
    return this;
  }

  /** {@code LIMIT} and {@code OFFSET}, as far as there are some. */
  SqlWriter limit(Selection<?> query) {
    if (query.isLimited()) add(" LIMIT ").argument(SqlType.LONG, query.limit());
    if (query.offset() > 0) add(" OFFSET ").argument(SqlType.LONG, query.offset());
    return this;
  }

  /** A value of a row. */
  SqlWriter value(RowScope scope, Formula<?, ?> formula) {
    return formula instanceof Formula.OfColumn<?, ?> column
        ? add(scope.prefix()).add(scope.name(column))
        : add(FormulaSql.of(this, scope, formula));
  }

  /** A value of a row that is read. */
  SqlWriter read(RowScope scope, Formula<?, ?> formula) {
    return formula.type() instanceof Document<?>
        ? add(dialect().read(FormulaSql.of(this, scope, formula), formula.type()))
        : value(scope, formula);
  }

  /** Where null stands is said only where it may be. */
  static String direction(Order<?> order) {
    var descending = order.direction() == Order.Direction.DESCENDING ? " DESC" : "";
    return order.formula().mayBeNull() ? descending + " NULLS " + order.nulls().name() : descending;
  }

  /** A placeholder for a value. */
  String placeholder(SqlType<?> type, @Nullable Object value) {
    arguments.add(new Sql.Argument(type, value));
    return dialect().placeholder(arguments.size(), type);
  }

  Dialect dialect() {
    return terms.dialect();
  }
}

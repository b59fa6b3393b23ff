package dev.covet.data.sql;

import dev.covet.data.query.Formula;
import dev.covet.data.query.Order;
import dev.covet.data.query.RowLock;
import dev.covet.data.query.Selection;
import dev.covet.data.table.Column;
import dev.covet.data.table.Identifiers;
import dev.covet.data.table.Mapping;
import dev.covet.data.table.Part;
import dev.covet.data.table.Projection;
import dev.covet.data.table.RowSource;
import dev.covet.data.type.SqlType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a source are read: one statement for the rows and those they refer to, and one
 * more for each list in them, whatever their number. Immutable once made.
 *
 * @param <T> the table's record
 * @param <R> what a row becomes
 */
public final class Plan<T, R> {
  /** What is asked for of each row. */
  private sealed interface Asked {
    /** A value of it. */
    record OfColumn(String alias, String column, SqlType<?> type) implements Asked {
      @Override
      public void write(SqlWriter sql, String prefix) {
        sql.add(sql.dialect().read(prefix + Identifiers.sql(column), type));
      }
    }

    /**
     * The number of rows that refer to it.
     *
     * @param condition that they do, where they are called {@code n}
     */
    record OfRows(String alias, Mapping<?, ?> table, String condition) implements Asked {
      @Override
      public void write(SqlWriter sql, String prefix) {
        sql.add("(SELECT count(*) FROM ").rows(table, "n").add(" WHERE " + condition + ")");
      }
    }

    /** What the row's table is called. */
    String alias();

    void write(SqlWriter sql, String prefix);
  }

  private final Mapping<T, ?> root;
  private final SqlTerms terms;
  private final List<Asked> picked = new ArrayList<>();
  private final List<Join> joins = new ArrayList<>();
  private final List<Follow> follows = new ArrayList<>();
  private final RowReader node;
  private final SqlTexts texts = new SqlTexts();
  private volatile @Nullable Sql head;
  private volatile @Nullable ByKey<?> byKey;

  /** The plan for a source. */
  public Plan(RowSource<T, ?, R> source, SqlTerms terms) {
    this.root = source.root();
    this.terms = terms;
    this.node = node(source, "t0");
  }

  /** Whether one statement reads it all. */
  public boolean isOneStatement() {
    return follows.isEmpty();
  }

  /** Whether it is about the rows of one owner, whatever is asked of them. */
  public boolean isOwned() {
    return head().isOwned() || follows.stream().anyMatch(Follow::isOwned);
  }

  /** The statement of the rows that a query asks for. */
  public Sql rows(Selection<T> query) {
    return ending(select().where(scope(), query.condition()), query);
  }

  /** As {@link #rows(Selection)}, with further values of each. */
  public Sql rows(Selection<T> query, List<? extends Formula<T, ?>> further) {
    return ending(selecting(further).where(scope(), query.condition()), query);
  }

  /** The rows of {@link #rows(Selection)}. */
  public List<R> read(Sql rows, Fetch fetch) {
    return read(rows, fetch, _ -> {});
  }

  /**
   * Rows, and further values of each.
   *
   * @param <R> the row
   * @param rows in order
   * @param values for each of them: those that it is ordered by, or those that were asked for
   */
  public record Block<R>(List<R> rows, List<List<@Nullable Object>> values) {}

  /** The rows of {@link #rows(Selection, List)}, with those further values. */
  public Block<R> read(Sql rows, List<? extends Formula<T, ?>> further, Fetch fetch) {
    var values = new ArrayList<List<@Nullable Object>>();
    var found = read(rows, fetch, row -> values.add(further(further, row)));
    return new Block<>(found, values);
  }

  private List<@Nullable Object> further(List<? extends Formula<T, ?>> further, Row row) {
    var values = new ArrayList<@Nullable Object>();
    for (var value : further) values.add(row.get(picked.size() + values.size(), value.type()));
    return values;
  }

  /** The row with a key, if there is one. */
  public List<R> find(Object key, Fetch fetch) {
    return read(byKey().of(key), fetch, _ -> {});
  }

  private ByKey<?> byKey() {
    var known = byKey;
    if (known == null) {
      known = new ByKey<>(select(), root.key(), prefix(), "");
      byKey = known;
    }
    return known;
  }

  @SuppressWarnings("unchecked") // the source's own node makes them
  private List<R> read(Sql sql, Fetch fetch, Consumer<Row> noted) {
    var lists = new OpenLists();
    var drafts =
        fetch.query(
            sql,
            row -> {
              noted.accept(row);
              return Objects.requireNonNull(node.read(row, lists));
            });
    fill(lists, fetch);
    var rows = new ArrayList<R>(drafts.size());
    for (var draft : drafts) rows.add((R) Objects.requireNonNull(Draft.finished(draft)));
    return Collections.unmodifiableList(rows);
  }

  private void fill(OpenLists lists, Fetch fetch) {
    for (var follow : follows) follow.fill(lists.of(follow), fetch);
  }

  private Sql ending(SqlWriter sql, Selection<T> query) {
    var all = sql.orderBy(scope(), orders(query)).limit(query);
    if (query.lock() == RowLock.NONE) return all.read(texts);
    var rows = joins.isEmpty() ? Identifiers.sql(root.table()) : "t0";
    return all.add(terms.dialect().locking(query.lock(), rows)).sql(texts);
  }

  /**
   * Some of all rows are ordered by the key in the end, or which ones would be left to the
   * database: one could be on two pages.
   */
  private List<Order<T>> orders(Selection<T> query) {
    var asked = query.orders();
    return query.isLimited() ? Order.total(asked, root.key().keyColumns()) : asked;
  }

  private List<Order<T>> byKeyOrders() {
    return Order.total(List.of(), root.keyColumns());
  }

  /** The rows whose column holds one of these keys, with that column, by their own key. */
  List<Follow.Found> readBy(String alias, RowReader.Value reference, List<?> keys, Fetch fetch) {
    var column = reference.column();
    var sql =
        select()
            .add(" WHERE ")
            .amongKeys(prefix(alias) + TableSql.name(column), keys, column.type())
            .orderBy(scope(), byKeyOrders());
    var lists = new OpenLists();
    var found =
        fetch.query(
            sql.read(texts),
            row ->
                new Follow.Found(
                    Objects.requireNonNull(reference.in(row)),
                    Objects.requireNonNull(node.read(row, lists))));
    fill(lists, fetch);
    return found;
  }

  private SqlWriter select() {
    return terms.writer().add(head());
  }

  /** What every query of these rows begins with. */
  private Sql head() {
    var known = head;
    if (known == null) {
      known = selecting(List.of()).sql();
      head = known;
    }
    return known;
  }

  /** All columns, and further values behind them. Without those it is the same for every query. */
  private SqlWriter selecting(List<? extends Formula<?, ?>> further) {
    var sql = terms.writer().add("SELECT ");
    var separator = "";
    for (var each : picked) {
      each.write(sql.add(separator), prefix(each.alias()));
      separator = ",";
    }
    for (var value : further) sql.add(separator).read(scope(), value);
    sql.add(" FROM ").rows(root, isOneTable() ? "" : "t0");
    joins.forEach(each -> each.write(sql));
    return sql;
  }

  private String prefix() {
    return prefix("t0");
  }

  private RowScope scope() {
    return RowScope.of(root, prefix());
  }

  private String prefix(String alias) {
    return isOneTable() ? "" : alias + ".";
  }

  /** Whether columns need no table before their names. */
  private boolean isOneTable() {
    return joins.isEmpty() && picked.stream().noneMatch(it -> it instanceof Asked.OfRows);
  }

  private int pickedAt(Asked asked) {
    var at = picked.indexOf(asked);
    if (at >= 0) return at;
    picked.add(asked);
    return picked.size() - 1;
  }

  private RowReader node(RowSource<?, ?, ?> source, String alias) {
    return switch (source) {
      case Mapping<?, ?> table ->
          new RowReader.Whole(
              table.shape(), table.columns().stream().map(it -> field(alias, table, it)).toList());
      case Projection<?, ?, ?> projection ->
          new RowReader.Composite(
              projection,
              projection.parts().stream().map(it -> part(projection, it, alias)).toList());
    };
  }

  RowReader.Value field(String alias, Mapping<?, ?> table, Column<?, ?> column) {
    var at = pickedAt(new Asked.OfColumn(alias, column.column(), column.type()));
    return new RowReader.Value(at, table.table(), column);
  }

  /** Joins the table between these rows and those that they belong to, and says its alias. */
  String between(Mapping<?, ?> table, Column<?, ?> to) {
    return join("JOIN", table, new On(to, "t0", root.key().keyColumn()));
  }

  /** Joins rows whose column holds what one of the rows that are there holds. */
  private String join(String kind, Mapping<?, ?> table, On on) {
    var joined = "t" + (joins.size() + 1);
    joins.add(new Join(kind, table, joined, on));
    return joined;
  }

  /** A table that is joined with the rows that are there. */
  private record Join(String kind, Mapping<?, ?> table, String alias, On on) {
    void write(SqlWriter sql) {
      sql.add(" " + kind + " ").rows(table, alias);
      sql.add(" ON " + alias + ".").name(on.column().spec().column());
      sql.add(" = " + on.alias() + ".").name(on.held().spec().column());
    }
  }

  /** A column of what is joined holds what a column of the rows that are there does. */
  private record On(Column<?, ?> column, String alias, Column<?, ?> held) {}

  private RowReader part(Projection<?, ?, ?> projection, Part<?> part, String alias) {
    return switch (part) {
      case Part.Value<?> it -> field(alias, projection.root(), it.column());
      case Part.Whole<?> it -> node(it.source(), alias);
      case Part.One<?, ?> it -> {
        var key = it.target().root().key().keyColumn();
        yield joined(it.target(), key, new On(key, alias, it.reference()));
      }
      case Part.Back<?, ?> it -> {
        var on = new On(it.reference(), alias, projection.root().key().keyColumn());
        yield joined(it.source(), it.reference(), on);
      }
      case Part.Many<?, ?> it -> listed(projection, alias, new Follow(it, terms));
      case Part.Through<?, ?> it -> listed(projection, alias, new Follow(it, terms));
      case Part.Count<?, ?> it -> new RowReader.Counted(pickedAt(counted(projection, it, alias)));
    };
  }

  private RowReader listed(Projection<?, ?, ?> projection, String alias, Follow follow) {
    follows.add(follow);
    var root = projection.root();
    return new RowReader.Listed(field(alias, root, root.key().keyColumn()), follow);
  }

  private static Asked counted(
      Projection<?, ?, ?> projection, Part.Count<?, ?> count, String alias) {
    var key = projection.root().key().keyColumn().spec().column();
    var reference = count.reference().spec().column();
    return new Asked.OfRows(
        alias,
        count.table(),
        "n.%s = %s.%s".formatted(Identifiers.sql(reference), alias, Identifiers.sql(key)));
  }

  /**
   * A row, or none.
   *
   * @param held a column of its table that is null only where there is no row
   */
  private RowReader joined(RowSource<?, ?, ?> source, Column<?, ?> held, On on) {
    var joined = join("LEFT JOIN", source.root(), on);
    return new RowReader.Joined(field(joined, source.root(), held), node(source, joined));
  }

  /** Lists that wait for the statement that fills them. */
  static final class OpenLists {
    private final Map<Follow, List<Draft.OpenList>> waiting = new HashMap<>();

    Draft.OpenList open(Follow follow, @Nullable Object key) {
      var list = new Draft.OpenList(Objects.requireNonNull(key));
      waiting.computeIfAbsent(follow, _ -> new ArrayList<>()).add(list);
      return list;
    }

    List<Draft.OpenList> of(Follow follow) {
      return waiting.getOrDefault(follow, List.of());
    }
  }
}

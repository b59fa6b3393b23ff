package dev.covet.data.query;

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
  private record Picked(String alias, Column<?, ?> column) {
    /**
     * By name, since an alias is of one table: to compare all of two columns takes long at first.
     */
    boolean is(String other, Column<?, ?> another) {
      return alias.equals(other) && column.spec().column().equals(another.spec().column());
    }
  }

  private final Mapping<T, ?> root;
  private final Dialect dialect;
  private final List<Picked> picked = new ArrayList<>();
  private final List<String> joins = new ArrayList<>();
  private final List<Follow> follows = new ArrayList<>();
  private final RowReader node;
  private final SqlTexts texts = new SqlTexts();
  private volatile @Nullable String head;
  private volatile @Nullable ByKey<?> byKey;

  /** The plan for a source in a dialect. */
  public Plan(RowSource<T, ?, R> source, Dialect dialect) {
    this.root = source.root();
    this.dialect = dialect;
    this.node = node(source, "t0");
  }

  /** Whether one statement reads it all. */
  public boolean isOneStatement() {
    return follows.isEmpty();
  }

  /** The rows that a query asks for. */
  public List<R> read(Selection<T> query, Fetch fetch) {
    return read(rows(query), fetch, _ -> {});
  }

  /**
   * Rows, and where each of them stands.
   *
   * @param rows in order
   * @param positions for each of them the values of what it is ordered by
   */
  public record Block<R>(List<R> rows, List<List<@Nullable Object>> positions) {}

  /** The rows that a query asks for, in a total order. */
  public Block<R> read(Selection<T> query, Keyset<T> keyset, Fetch fetch) {
    var sql = selecting(keyset.orders()).where(scope(), query.condition());
    sql.orderBy(scope(), keyset.orders()).limit(query);
    var positions = new ArrayList<List<@Nullable Object>>();
    var rows = read(sql.sql(texts), fetch, row -> positions.add(position(keyset, row)));
    return new Block<>(rows, positions);
  }

  private List<@Nullable Object> position(Keyset<T> keyset, Row row) {
    var values = new ArrayList<@Nullable Object>();
    for (var order : keyset.orders()) {
      values.add(row.get(picked.size() + values.size(), order.expression().type()));
    }
    return values;
  }

  /** The row with a key, if there is one. */
  public List<R> read(Object key, Fetch fetch) {
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
    for (var draft : drafts) {
      rows.add((R) Objects.requireNonNull(Draft.finished(draft)));
    }
    return Collections.unmodifiableList(rows);
  }

  private void fill(OpenLists lists, Fetch fetch) {
    for (var follow : follows) {
      follow.fill(lists.of(follow), fetch);
    }
  }

  private Sql rows(Selection<T> query) {
    var sql = select().where(scope(), query.condition());
    return sql.orderBy(scope(), orders(query)).limit(query).add(locking(query)).sql(texts);
  }

  private String locking(Selection<T> query) {
    var rows = joins.isEmpty() ? Identifiers.sql(root.table()) : "t0";
    return query.lock() == RowLock.NONE ? "" : dialect.locking(query.lock(), rows);
  }

  /**
   * Some of all rows are ordered by the key in the end, or which ones would be left to the
   * database: one could be on two pages.
   */
  private List<Order<T>> orders(Selection<T> query) {
    var asked = query.orders();
    if (!query.isLimited() || asked.stream().anyMatch(Order::isOfKey)) {
      return asked;
    }
    var total = new ArrayList<>(asked);
    total.add(Order.of(root.key(), Selection.direction(asked)));
    return total;
  }

  /** The rows whose column holds one of these keys, with that column, by their own key. */
  List<Follow.Found> readBy(Column<?, ?> reference, List<?> keys, Fetch fetch) {
    var key = field("t0", root, reference);
    var sql =
        select()
            .add(" WHERE ")
            .amongKeys(
                prefix() + Identifiers.sql(reference.spec().column()), keys, reference.type())
            .orderBy(scope(), List.of(root.key().asc()));
    var lists = new OpenLists();
    var found =
        fetch.query(
            sql.sql(texts),
            row ->
                new Follow.Found(
                    Objects.requireNonNull(key.in(row)),
                    Objects.requireNonNull(node.read(row, lists))));
    fill(lists, fetch);
    return found;
  }

  private SqlWriter select() {
    var known = head;
    if (known == null) {
      known = selecting(List.of()).text();
      head = known;
    }
    return new SqlWriter(dialect).add(known);
  }

  /**
   * All columns, and the values that rows are ordered by behind them. Without those it is the same
   * for every query.
   */
  private SqlWriter selecting(List<? extends Order<?>> orders) {
    var sql = new SqlWriter(dialect).add("SELECT ");
    var separator = "";
    for (var column : picked) {
      sql.add(separator).add(joins.isEmpty() ? "" : column.alias() + ".");
      sql.name(column.column().spec().column());
      separator = ",";
    }
    for (var order : orders) sql.add(separator).value(scope(), order.expression());
    sql.add(" FROM ").name(root.table()).add(joins.isEmpty() ? "" : " t0");
    joins.forEach(sql::add);
    return sql;
  }

  private String prefix() {
    return joins.isEmpty() ? "" : "t0.";
  }

  private RowScope scope() {
    return RowScope.of(root, prefix());
  }

  int pickedAt(String alias, Column<?, ?> column) {
    for (var at = 0; at < picked.size(); at++) {
      if (picked.get(at).is(alias, column)) return at;
    }
    picked.add(new Picked(alias, column));
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

  private RowReader.Value field(String alias, Mapping<?, ?> table, Column<?, ?> column) {
    return new RowReader.Value(pickedAt(alias, column), table.table(), column);
  }

  private RowReader part(Projection<?, ?, ?> projection, Part<?> part, String alias) {
    return switch (part) {
      case Part.Value<?> it -> field(alias, projection.root(), it.column());
      case Part.Whole<?> it -> node(it.source(), alias);
      case Part.One<?, ?> it -> joined(it, alias);
      case Part.Many<?, ?> it -> {
        var follow = new Follow(it, dialect);
        follows.add(follow);
        yield new RowReader.Listed(
            field(alias, projection.root(), projection.root().key()), follow);
      }
    };
  }

  private RowReader joined(Part.One<?, ?> one, String alias) {
    var target = one.target().root();
    var joinedAlias = "t" + (joins.size() + 1);
    var key = Identifiers.sql(target.key().spec().column());
    joins.add(
        " LEFT JOIN %s %s ON %s.%s = %s.%s"
            .formatted(
                Identifiers.sql(target.table()),
                joinedAlias,
                joinedAlias,
                key,
                alias,
                Identifiers.sql(one.reference().spec().column())));
    return new RowReader.Joined(
        field(joinedAlias, target, target.key()), node(one.target(), joinedAlias));
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

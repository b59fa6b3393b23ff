package dev.covet.data.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private sealed interface Picked {
    /** A value of it. */
    record OfColumn(String alias, String column) implements Picked {
      @Override
      public String sql(String prefix) {
        return prefix + Identifiers.sql(column);
      }
    }

    /**
     * The number of rows that refer to it.
     *
     * @param condition that they do, where they are called {@code n}
     */
    record OfRows(String alias, String table, String condition) implements Picked {
      @Override
      public String sql(String prefix) {
        return "(SELECT count(*) FROM " + Identifiers.sql(table) + " n WHERE " + condition + ")";
      }
    }

    /** What the row's table is called. */
    String alias();

    String sql(String prefix);
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
    return read(rows(query), fetch);
  }

  /** The row with a key, if there is one. */
  public List<R> read(Object key, Fetch fetch) {
    return read(byKey().of(key), fetch);
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
  private List<R> read(Sql sql, Fetch fetch) {
    var lists = new OpenLists();
    var drafts = fetch.query(sql, row -> Objects.requireNonNull(node.read(row, lists)));
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
    var sql = select().where(prefix(), query.condition());
    sql.orderBy(prefix(), orders(query));
    if (query.isLimited()) {
      sql.add(" LIMIT ").argument(SqlType.LONG, query.limit());
    }
    if (query.offset() > 0) {
      sql.add(" OFFSET ").argument(SqlType.LONG, query.offset());
    }
    return sql.sql(texts);
  }

  /**
   * Some of all rows are ordered by the key in the end, or which ones would be left to the
   * database: one could be on two pages.
   */
  private List<Order<T>> orders(Selection<T> query) {
    var asked = query.orders();
    if (!query.isLimited()) {
      return asked;
    }
    var total = new ArrayList<>(asked);
    var direction = asked.isEmpty() ? Order.Direction.ASCENDING : asked.getLast().direction();
    root.key().keyColumns().stream()
        .filter(key -> asked.stream().noneMatch(it -> it.column().index() == key.index()))
        .forEach(key -> total.add(new Order<>(key, direction)));
    return total;
  }

  private List<Order<T>> byKeyOrders() {
    return root.key().keyColumns().stream().<Order<T>>map(Column::asc).toList();
  }

  /** The rows whose column holds one of these keys, with that column, by their own key. */
  List<Follow.Found> readBy(String alias, RowReader.Value reference, List<?> keys, Fetch fetch) {
    var column = reference.column();
    var sql =
        select()
            .add(" WHERE ")
            .amongKeys(prefix(alias) + Identifiers.sql(column.spec().column()), keys, column.type())
            .orderBy(prefix(), byKeyOrders());
    var lists = new OpenLists();
    var found =
        fetch.query(
            sql.sql(texts),
            row ->
                new Follow.Found(
                    Objects.requireNonNull(reference.in(row)),
                    Objects.requireNonNull(node.read(row, lists))));
    fill(lists, fetch);
    return found;
  }

  private SqlWriter select() {
    var known = head;
    if (known == null) {
      known = head();
      head = known;
    }
    return new SqlWriter(dialect).add(known);
  }

  /** The same for every query, and without values. */
  private String head() {
    var sql = new SqlWriter(dialect).add("SELECT ");
    var separator = "";
    for (var each : picked) {
      sql.add(separator).add(each.sql(prefix(each.alias())));
      separator = ",";
    }
    sql.add(" FROM ").name(root.table()).add(isOneTable() ? "" : " t0");
    joins.forEach(sql::add);
    return sql.text();
  }

  private String prefix() {
    return prefix("t0");
  }

  private String prefix(String alias) {
    return isOneTable() ? "" : alias + ".";
  }

  /** Whether columns need no table before their names. */
  private boolean isOneTable() {
    return joins.isEmpty() && picked.stream().noneMatch(it -> it instanceof Picked.OfRows);
  }

  private int pickedAt(Picked asked) {
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
    var at = pickedAt(new Picked.OfColumn(alias, column.spec().column()));
    return new RowReader.Value(at, table.table(), column);
  }

  /** Joins the table between these rows and those that they belong to, and says its alias. */
  String between(Mapping<?, ?> table, Column<?, ?> to) {
    return join("JOIN", table, new On(to, "t0", root.key().keyColumn()));
  }

  /** Joins rows whose column holds what one of the rows that are there holds. */
  private String join(String kind, Mapping<?, ?> table, On on) {
    var joined = "t" + (joins.size() + 1);
    joins.add(
        " %s %s %s ON %s.%s = %s.%s"
            .formatted(
                kind,
                Identifiers.sql(table.table()),
                joined,
                joined,
                Identifiers.sql(on.column().spec().column()),
                on.alias(),
                Identifiers.sql(on.held().spec().column())));
    return joined;
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
      case Part.Many<?, ?> it -> listed(projection, alias, new Follow(it, dialect));
      case Part.Through<?, ?> it -> listed(projection, alias, new Follow(it, dialect));
      case Part.Count<?, ?> it -> new RowReader.Counted(pickedAt(counted(projection, it, alias)));
    };
  }

  private RowReader listed(Projection<?, ?, ?> projection, String alias, Follow follow) {
    follows.add(follow);
    var root = projection.root();
    return new RowReader.Listed(field(alias, root, root.key().keyColumn()), follow);
  }

  private static Picked counted(
      Projection<?, ?, ?> projection, Part.Count<?, ?> count, String alias) {
    var key = projection.root().key().keyColumn().spec().column();
    var reference = count.reference().spec().column();
    return new Picked.OfRows(
        alias,
        count.table().table(),
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

package dev.covet.data.table;

import dev.covet.base.json.Codec;
import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.data.query.Formula;
import dev.covet.data.query.Order;
import dev.covet.data.query.Sort;
import dev.covet.data.type.Document;
import dev.covet.data.type.SqlType;
import dev.covet.schema.Constraint;
import dev.covet.schema.Kind;
import dev.covet.schema.Property;
import dev.covet.schema.Schema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Orders of a table's rows as a text, by the names that clients know. */
public final class SortCodec<T> implements Codec<Sort<T>> {
  private static final String DESCENDING = "-";

  private final Mapping<T, ?> table;
  private volatile @Nullable Map<String, Column<T, ?>> columns;

  private SortCodec(Mapping<T, ?> table) {
    this.table = table;
  }

  /** The codec; it looks at the table when it is first used, which may not be there before. */
  public static <T> Codec<Sort<T>> of(Mapping<T, ?> table) {
    return new SortCodec<>(table);
  }

  /** What a client may sort by. */
  private Map<String, Column<T, ?>> columns() {
    var known = columns;
    if (known == null) {
      known = sortable();
      columns = known;
    }
    return known;
  }

  private Map<String, Column<T, ?>> sortable() {
    var all = new LinkedHashMap<String, Column<T, ?>>();
    for (var column : table.columns()) {
      var name = table.shape().names().get(column.index());
      if (isSortable(column) && isShown(name)) all.put(name, column);
    }
    return Collections.unmodifiableMap(all);
  }

  private static boolean isSortable(Column<?, ?> column) {
    var spec = column.spec();
    return (spec.isKey() || spec.isUnique() || spec.isIndexed())
        && !(column.type() instanceof Document<?>)
        && !column.type().equals(SqlType.SECRET);
  }

  /** The order of what clients never see would show it. */
  private boolean isShown(String name) {
    return table.schema().properties().stream()
        .filter(it -> it.name().equals(name))
        .noneMatch(Property::writeOnly);
  }

  @Override
  public @Nullable Sort<T> read(JsonReader in) {
    var text = in.readString();
    if (text == null) return null;
    var columns = columns();
    var orders = new LinkedHashMap<String, Order<T>>();
    for (var part : text.isEmpty() ? new String[0] : text.split(",", columns.size() + 1)) {
      var name = part.startsWith(DESCENDING) ? part.substring(1) : part;
      var column = columns.get(name);
      if (column == null || orders.containsKey(name)) {
        in.problem(
            "invalid",
            column == null
                ? "must be some of " + names(columns) + ", each with - or without"
                : "must not have " + name + " twice");
        return null;
      }
      orders.put(name, part.startsWith(DESCENDING) ? column.desc() : column.asc());
    }
    return new Sort<>(orders.values().stream().toList());
  }

  private static String names(Map<String, ?> columns) {
    return String.join(", ", columns.keySet());
  }

  @Override
  public void write(JsonWriter out, Sort<T> sort) {
    out.write(sort.orders().stream().map(this::written).collect(Collectors.joining(",")));
  }

  private String written(Order<T> order) {
    var name =
        order.formula() instanceof Formula.OfColumn<T, ?> column
            ? table.shape().names().get(column.index())
            : "";
    return order.direction() == Order.Direction.DESCENDING ? DESCENDING + name : name;
  }

  @Override
  public Schema schema() {
    var name = String.join("|", columns().keySet());
    return Schema.of(
        Kind.STRING,
        Constraint.matches("^(-?(%1$s)(,-?(%1$s))*)?$".formatted(name)),
        Constraint.said("Some of " + names(columns()) + ", with a minus for the largest first."));
  }
}

package dev.covet.data.query;

import dev.covet.api.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is made of a row's columns. Immutable. */
sealed interface Node {
  /** The value, or a {@link Draft} of it where lists are still to come. */
  @Nullable Object read(Row row, Plan.Slots slots);

  /** One column's value. */
  record Value(int at, SqlType<?> type) implements Node {
    @Override
    public @Nullable Object read(Row row, Plan.Slots slots) {
      return row.get(at, type);
    }
  }

  /** A table's record. */
  record Whole(Shape<?> shape, List<Value> columns) implements Node {
    @Override
    public Object read(Row row, Plan.Slots slots) {
      var values = new @Nullable Object[columns.size()];
      for (var at = 0; at < values.length; at++) {
        values[at] = columns.get(at).read(row, slots);
      }
      return make(shape, values);
    }

    private static <T> Object make(Shape<T> shape, @Nullable Object[] values) {
      return shape.make(values);
    }
  }

  /** A projection's record. */
  record Composite(Projection<?, ?, ?> projection, List<Node> parts) implements Node {
    @Override
    public Object read(Row row, Plan.Slots slots) {
      var values = new @Nullable Object[parts.size()];
      for (var at = 0; at < values.length; at++) {
        values[at] = parts.get(at).read(row, slots);
      }
      return new Draft(projection, values);
    }
  }

  /** Something of a joined row, or null where there is no such row. */
  record Joined(Value key, Node node) implements Node {
    @Override
    public @Nullable Object read(Row row, Plan.Slots slots) {
      return key.read(row, slots) == null ? null : node.read(row, slots);
    }
  }

  /** A list that a statement of its own fills. */
  record Listed(Value key, Follow follow) implements Node {
    @Override
    public Object read(Row row, Plan.Slots slots) {
      return slots.open(follow, key.read(row, slots));
    }
  }
}

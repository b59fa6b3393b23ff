package dev.covet.data.sql;

import dev.covet.api.Changes.Shape;
import dev.covet.data.table.Column;
import dev.covet.data.table.Projection;
import dev.covet.data.type.SqlType;
import dev.covet.data.type.UnreadableValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is made of a row's columns. Immutable. */
sealed interface RowReader {
  /** The value, or a {@link Draft} of it where lists are still to come. */
  @Nullable Object read(Row row, Plan.OpenLists lists);

  /**
   * One column's value.
   *
   * @param at the position in the row, from 0
   */
  record Value(int at, String table, Column<?, ?> column) implements RowReader {
    @Override
    public @Nullable Object read(Row row, Plan.OpenLists lists) {
      return in(row);
    }

    @Nullable Object in(Row row) {
      try {
        return row.get(at, column.type());
      } catch (UnreadableValue e) {
        throw e.of(place(), column.name());
      }
    }

    private String place() {
      return table + "." + column.column();
    }

    /** Says which column it was, if nothing could be made of a row since this is null. */
    void orThrow(@Nullable Object value, NullPointerException cause) {
      if (value == null && !column.spec().isNullable()) {
        throw UnreadableValue.ofNull(place(), column.name(), cause);
      }
    }
  }

  /** A table's record. */
  record Whole(Shape<?> shape, List<Value> columns) implements RowReader {
    @Override
    public Object read(Row row, Plan.OpenLists lists) {
      var values = new @Nullable Object[columns.size()];
      for (var at = 0; at < values.length; at++) values[at] = columns.get(at).in(row);
      try {
        return make(shape, values);
      } catch (NullPointerException e) {
        for (var at = 0; at < values.length; at++) columns.get(at).orThrow(values[at], e);
        throw e;
      }
    }

    private static <T> Object make(Shape<T> shape, @Nullable Object[] values) {
      return shape.make(values);
    }
  }

  /** A projection's record. */
  record Composite(Projection<?, ?, ?> projection, List<RowReader> parts) implements RowReader {
    @Override
    public Object read(Row row, Plan.OpenLists lists) {
      var values = new @Nullable Object[parts.size()];
      for (var at = 0; at < values.length; at++) values[at] = parts.get(at).read(row, lists);
      return new Draft(projection, parts, values);
    }
  }

  /** Something of a joined row, or null where there is no such row. */
  record Joined(Value key, RowReader node) implements RowReader {
    @Override
    public @Nullable Object read(Row row, Plan.OpenLists lists) {
      return key.in(row) == null ? null : node.read(row, lists);
    }
  }

  /** A number of rows. */
  record Counted(int at) implements RowReader {
    @Override
    public @Nullable Object read(Row row, Plan.OpenLists lists) {
      return row.get(at, SqlType.LONG);
    }
  }

  /** A list that a statement of its own fills. */
  record Listed(Value key, Follow follow) implements RowReader {
    @Override
    public Object read(Row row, Plan.OpenLists lists) {
      return lists.open(follow, key.in(row));
    }
  }
}

package dev.covet.data.table;

import dev.covet.api.Changes.Shape;
import dev.covet.data.type.SqlType;

/**
 * A column of any type that has no class of its own.
 *
 * @param <T> the table's record
 * @param <V> the component's type, boxed
 */
public record ValueColumn<T, V>(Shape<T> shape, ColumnSpec spec, SqlType<V> type)
    implements Column<T, V> {}

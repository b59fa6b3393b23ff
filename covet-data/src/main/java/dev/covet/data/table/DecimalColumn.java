package dev.covet.data.table;

import dev.covet.api.Changes.Shape;
import dev.covet.data.query.DecimalExpression;
import dev.covet.data.type.SqlType;
import java.math.BigDecimal;

/**
 * A column of exact numbers.
 *
 * @param <T> the table's record
 */
public record DecimalColumn<T>(Shape<T> shape, ColumnSpec spec, SqlType<BigDecimal> type)
    implements Column<T, BigDecimal>, DecimalExpression<T> {}

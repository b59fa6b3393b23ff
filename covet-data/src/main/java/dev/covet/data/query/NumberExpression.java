package dev.covet.data.query;

/**
 * A number of each row, which can be calculated with.
 *
 * @param <T> the table's record
 * @param <V> the type of the number, boxed
 */
public sealed interface NumberExpression<T, V> extends Expression<T, V>
    permits WholeExpression, DoubleExpression, DecimalExpression {}

package dev.covet.api;

import org.jspecify.annotations.Nullable;

/**
 * A value for one component of a record.
 *
 * @param <T> the record
 * @param field the component
 * @param value its value
 */
public record Assignment<T>(Field<T, ?> field, @Nullable Object value) {}

/**
 * What the annotations of a compilation say, as plain values: no compiler type is in sight.
 *
 * <p>{@code read} makes these values, {@code check} and {@code emit} are functions over them.
 */
@NullMarked
package dev.covet.processor.model;

import org.jspecify.annotations.NullMarked;

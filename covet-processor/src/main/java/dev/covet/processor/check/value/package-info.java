/** Rules for types, values, constraints, defaults and examples, wherever they stand. */
@NullMarked
package dev.covet.processor.check.value;

import org.jspecify.annotations.NullMarked;

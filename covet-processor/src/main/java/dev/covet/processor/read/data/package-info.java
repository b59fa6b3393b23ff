/** Reads types and what limits their values: records, enums, sealed interfaces, tables. */
@NullMarked
package dev.covet.processor.read.data;

import org.jspecify.annotations.NullMarked;

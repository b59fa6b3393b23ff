/** Rules for tables, relations, indexes and SQL. */
@NullMarked
package dev.covet.processor.check.table;

import org.jspecify.annotations.NullMarked;

/** What records, enums, sealed interfaces, tables and SQL say. */
@NullMarked
package dev.covet.processor.model.data;

import org.jspecify.annotations.NullMarked;

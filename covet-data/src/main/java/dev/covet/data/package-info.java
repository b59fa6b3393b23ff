/** Rows: tables, sessions and what queries give. */
@NullMarked
package dev.covet.data;

import org.jspecify.annotations.NullMarked;

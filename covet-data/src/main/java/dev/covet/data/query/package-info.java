/** What is asked of tables, as values: which rows, in which order, and what of them. */
@NullMarked
package dev.covet.data.query;

import org.jspecify.annotations.NullMarked;

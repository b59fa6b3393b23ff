/** The SQL of tables and of what is asked of them, and what is made of the rows that come back. */
@NullMarked
package dev.covet.data.sql;

import org.jspecify.annotations.NullMarked;

/** What is asked of tables, asked of rows in memory: with the meaning that it has in SQL. */
@NullMarked
package dev.covet.data.memory;

import org.jspecify.annotations.NullMarked;

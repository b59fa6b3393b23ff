/** SQLite: the one place that knows JDBC. */
@NullMarked
package dev.covet.data.sqlite;

import org.jspecify.annotations.NullMarked;

/** Rows as records: sessions, queries, and the database that an app is given. */
@NullMarked
package dev.covet.data;

import org.jspecify.annotations.NullMarked;

/** Tables and what is asked of them, as values, and the SQL that says it; no database in sight. */
@NullMarked
package dev.covet.data.query;

import org.jspecify.annotations.NullMarked;

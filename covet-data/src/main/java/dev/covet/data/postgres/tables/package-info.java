/** Tables as PostgreSQL has them: types, definitions, and how those that are there are changed. */
@NullMarked
package dev.covet.data.postgres.tables;

import org.jspecify.annotations.NullMarked;

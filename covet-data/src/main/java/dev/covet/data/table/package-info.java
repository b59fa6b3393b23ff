/** Tables, their columns and keys, and records over several tables: what generated code says. */
@NullMarked
package dev.covet.data.table;

import org.jspecify.annotations.NullMarked;

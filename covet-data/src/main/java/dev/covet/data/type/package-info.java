/**
 * What a column holds: which values, how each is stored, and how it compares; the same everywhere.
 */
@NullMarked
package dev.covet.data.type;

import org.jspecify.annotations.NullMarked;

/** An open database as sessions use it: its tables, the statements about them, transactions. */
@NullMarked
package dev.covet.data.store;

import org.jspecify.annotations.NullMarked;

/** What a database can do for sessions, whichever it is. */
@NullMarked
package dev.covet.data.driver;

import org.jspecify.annotations.NullMarked;

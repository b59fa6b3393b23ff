/** PostgreSQL, by the client of Vert.x on the event loops of the app. */
@NullMarked
package dev.covet.data.postgres;

import org.jspecify.annotations.NullMarked;

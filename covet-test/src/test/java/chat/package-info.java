/** Rooms in which people talk over WebSockets. */
@NullMarked
package chat;

import org.jspecify.annotations.NullMarked;

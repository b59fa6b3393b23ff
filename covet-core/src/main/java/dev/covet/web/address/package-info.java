/** Who is at the other end of a connection, and which hosts and networks are meant. */
@NullMarked
package dev.covet.web.address;

import org.jspecify.annotations.NullMarked;

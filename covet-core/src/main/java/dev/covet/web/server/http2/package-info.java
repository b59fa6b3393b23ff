/** HTTP/2, from the bytes of one connection to its streams and back; HPACK is Netty's. */
@NullMarked
package dev.covet.web.server.http2;

import org.jspecify.annotations.NullMarked;

/** HTTP/1.1 on Netty, from the bytes of one connection to its requests and back. */
@NullMarked
package dev.covet.web.server.http1;

import org.jspecify.annotations.NullMarked;

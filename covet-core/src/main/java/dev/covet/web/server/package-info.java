/**
 * HTTP/1.1 on Netty: from a socket's bytes to a {@code Request}, and from a {@code Response} to
 * bytes.
 */
@NullMarked
package dev.covet.web.server;

import org.jspecify.annotations.NullMarked;

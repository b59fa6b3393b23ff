/** TLS (RFC 8446, RFC 9325): certificates from files, and how connections get to be encrypted. */
@NullMarked
package dev.covet.web.server.tls;

import org.jspecify.annotations.NullMarked;

/** The middleware that stands around every handler, and what becomes of what is thrown. */
@NullMarked
package dev.covet.web.middleware;

import org.jspecify.annotations.NullMarked;

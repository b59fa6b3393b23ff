/** The middleware that stands around every handler, or that an app may add. */
@NullMarked
package dev.covet.web.middleware;

import org.jspecify.annotations.NullMarked;

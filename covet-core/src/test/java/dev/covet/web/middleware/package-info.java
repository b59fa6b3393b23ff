/** Tests of the middleware. */
@NullMarked
package dev.covet.web.middleware;

import org.jspecify.annotations.NullMarked;

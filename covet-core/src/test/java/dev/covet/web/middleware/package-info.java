/** Tests of the rings. */
@NullMarked
package dev.covet.web.middleware;

import org.jspecify.annotations.NullMarked;

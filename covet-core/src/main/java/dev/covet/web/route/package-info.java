/** Finds the route that answers a request. */
@NullMarked
package dev.covet.web.route;

import org.jspecify.annotations.NullMarked;

/** The way of a request through an app: middleware, then its route or mount. */
@NullMarked
package dev.covet.app.route;

import org.jspecify.annotations.NullMarked;

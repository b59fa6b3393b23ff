/** Tests of the route table. */
@NullMarked
package dev.covet.web.route;

import org.jspecify.annotations.NullMarked;

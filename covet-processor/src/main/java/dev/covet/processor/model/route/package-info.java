/** What routes, hooks, guards and clients say. */
@NullMarked
package dev.covet.processor.model.route;

import org.jspecify.annotations.NullMarked;

/** How much an app accepts: where the numbers come from. */
@NullMarked
package dev.covet.base.limit;

import org.jspecify.annotations.NullMarked;

/** What a request says as typed values, or every problem with its place; and results as answers. */
@NullMarked
package dev.covet.web.bind;

import org.jspecify.annotations.NullMarked;

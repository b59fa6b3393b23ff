/** Everything users name in their own types: annotations, errors, values. */
@NullMarked
package dev.covet.api;

import org.jspecify.annotations.NullMarked;

/** Where annotations stand in the sources, and what stands where it can do nothing. */
@NullMarked
package dev.covet.processor.model.source;

import org.jspecify.annotations.NullMarked;

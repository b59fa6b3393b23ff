/** Writes handlers, and the operations that documents are made of. */
@NullMarked
package dev.covet.processor.emit.routes;

import org.jspecify.annotations.NullMarked;

/** Reads the compiler's elements into plain models; checks nothing. */
@NullMarked
package dev.covet.processor.read;

import org.jspecify.annotations.NullMarked;

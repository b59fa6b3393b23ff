/**
 * Asks the compiler's elements: what annotations stand there, what a class is, what earlier runs
 * have left.
 */
@NullMarked
package dev.covet.processor.read.element;

import org.jspecify.annotations.NullMarked;

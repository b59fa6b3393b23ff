/** What is told of a broken rule, and by which number. */
@NullMarked
package dev.covet.processor.finding;

import org.jspecify.annotations.NullMarked;

/** The load target, its judge, and measurements of the codec. */
@NullMarked
package dev.covet.benchmarks;

import org.jspecify.annotations.NullMarked;

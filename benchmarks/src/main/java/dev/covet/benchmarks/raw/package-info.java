/** The ceiling: the same answers by hand on Netty, inline on its event loops. */
@NullMarked
package dev.covet.benchmarks.raw;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.covet.benchmarks.load;

import org.jspecify.annotations.NullMarked;

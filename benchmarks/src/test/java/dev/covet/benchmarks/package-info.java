@NullMarked
package dev.covet.benchmarks;

import org.jspecify.annotations.NullMarked;

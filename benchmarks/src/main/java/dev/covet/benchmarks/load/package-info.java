/** The requests, a client that makes them, and the servers that answer, as child processes. */
@NullMarked
package dev.covet.benchmarks.load;

import org.jspecify.annotations.NullMarked;

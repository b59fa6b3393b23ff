/** What the load target's requests to a database are compared with. */
@NullMarked
package dev.covet.benchmarks.vertx;

import org.jspecify.annotations.NullMarked;

/** The load target's routes and records, as a user of Covet would write them. */
@NullMarked
package dev.covet.benchmarks.workload;

import org.jspecify.annotations.NullMarked;

/** Parts of the work of a request that other threads do: several at once, or on a bounded pool. */
@NullMarked
package dev.covet.base.task;

import org.jspecify.annotations.NullMarked;

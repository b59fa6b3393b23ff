/** Calls of other services: plain ones, those of {@code @Client} interfaces, and guarded ones. */
@NullMarked
package dev.covet.client;

import org.jspecify.annotations.NullMarked;

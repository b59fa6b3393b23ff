/** Requests that are sent again are done once: idempotency keys, kept in the app's database. */
@NullMarked
package dev.covet.idempotency;

import org.jspecify.annotations.NullMarked;

/** One request and its answer on their way, whatever protocol carries them. */
@NullMarked
package dev.covet.web.server.carrier;

import org.jspecify.annotations.NullMarked;

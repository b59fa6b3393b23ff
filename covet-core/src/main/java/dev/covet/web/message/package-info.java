/** The parts of HTTP messages: bodies, parameters, media types, and what is wrong with them. */
@NullMarked
package dev.covet.web.message;

import org.jspecify.annotations.NullMarked;

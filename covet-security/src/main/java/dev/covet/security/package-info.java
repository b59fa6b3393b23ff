/** Who asks: passwords, tokens, keys and sessions. */
@NullMarked
package dev.covet.security;

import org.jspecify.annotations.NullMarked;

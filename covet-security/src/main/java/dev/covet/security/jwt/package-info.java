/** Tokens as JWTs: their keys, how they are made, and whether they hold. */
@NullMarked
package dev.covet.security.jwt;

import org.jspecify.annotations.NullMarked;

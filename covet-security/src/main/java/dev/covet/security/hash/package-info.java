/** How passwords and other secrets are made, hashed and compared. */
@NullMarked
package dev.covet.security.hash;

import org.jspecify.annotations.NullMarked;

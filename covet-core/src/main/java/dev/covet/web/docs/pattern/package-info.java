/** Patterns of Java's regular expressions: as ECMAScript has them, and texts that they fit. */
@NullMarked
package dev.covet.web.docs.pattern;

import org.jspecify.annotations.NullMarked;

/** What the judge measures within {@code covet-security}, whose package this is. */
@NullMarked
package dev.covet.security;

import org.jspecify.annotations.NullMarked;

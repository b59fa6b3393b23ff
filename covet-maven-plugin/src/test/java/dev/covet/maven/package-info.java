/** Tests of what is read out of POMs. */
@NullMarked
package dev.covet.maven;

import org.jspecify.annotations.NullMarked;

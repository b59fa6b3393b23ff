/** The test client. */
@NullMarked
package dev.covet.test;

import org.jspecify.annotations.NullMarked;

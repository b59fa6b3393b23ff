@NullMarked
package dev.covet.compress;

import org.jspecify.annotations.NullMarked;

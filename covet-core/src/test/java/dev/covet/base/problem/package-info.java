@NullMarked
package dev.covet.base.problem;

import org.jspecify.annotations.NullMarked;

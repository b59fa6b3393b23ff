/** Broken constraints: where they stand, what they are, how they are collected. */
@NullMarked
package dev.covet.base.problem;

import org.jspecify.annotations.NullMarked;

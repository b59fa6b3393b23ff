/** Tests of the repository itself: its script, its samples, its pages. */
@NullMarked
package dev.covet.repository;

import org.jspecify.annotations.NullMarked;

/** The front door: what an app is made of, and how it starts. */
@NullMarked
package dev.covet.app;

import org.jspecify.annotations.NullMarked;

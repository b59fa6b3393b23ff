/** What only generated code and the runnable jar need; nothing here is named by users. */
@NullMarked
package dev.covet.gen;

import org.jspecify.annotations.NullMarked;

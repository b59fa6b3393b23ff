/** What a running app counts: cheap, in memory; exporters are another jar's work. */
@NullMarked
package dev.covet.base.observe;

import org.jspecify.annotations.NullMarked;

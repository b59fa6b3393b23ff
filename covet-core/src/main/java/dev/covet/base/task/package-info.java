/** Work that goes along with other work. */
@NullMarked
package dev.covet.base.task;

import org.jspecify.annotations.NullMarked;

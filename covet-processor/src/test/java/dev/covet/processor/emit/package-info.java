@NullMarked
package dev.covet.processor.emit;

import org.jspecify.annotations.NullMarked;

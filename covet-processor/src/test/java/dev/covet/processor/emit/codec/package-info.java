@NullMarked
package dev.covet.processor.emit.codec;

import org.jspecify.annotations.NullMarked;

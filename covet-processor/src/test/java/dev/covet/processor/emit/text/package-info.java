@NullMarked
package dev.covet.processor.emit.text;

import org.jspecify.annotations.NullMarked;

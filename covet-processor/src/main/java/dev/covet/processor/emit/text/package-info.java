/** Text of Java: templates, names, imports, literals, line breaks; every emitter stands on it. */
@NullMarked
package dev.covet.processor.emit.text;

import org.jspecify.annotations.NullMarked;

/**
 * Text of Java: templates, names, imports, literals, line breaks; every emitter stands on it. In a
 * template every type is in backquotes, those of {@code java.lang}, too.
 */
@NullMarked
package dev.covet.processor.emit.text;

import org.jspecify.annotations.NullMarked;

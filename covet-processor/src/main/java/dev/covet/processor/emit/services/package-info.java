/** Writes providers, settings, qualifiers and the facts of errors. */
@NullMarked
package dev.covet.processor.emit.services;

import org.jspecify.annotations.NullMarked;

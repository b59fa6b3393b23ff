/**
 * What types, values and constraints are, and how they are named: the words of all other models.
 */
@NullMarked
package dev.covet.processor.model.type;

import org.jspecify.annotations.NullMarked;

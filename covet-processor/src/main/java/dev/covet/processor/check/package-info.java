/** Rules for the user's sources: functions from plain models to findings, without a compiler. */
@NullMarked
package dev.covet.processor.check;

import org.jspecify.annotations.NullMarked;

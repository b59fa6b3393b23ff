/**
 * How lines are written where Logback is the logging library; used by nothing, found by Logback.
 */
@NullMarked
package dev.covet.logback;

import org.jspecify.annotations.NullMarked;

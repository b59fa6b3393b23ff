/** Checks that need more than Maven Central; {@code ./covet conformance} runs them. */
package dev.covet.conformance;

package dev.covet.processor;

/**
 * One mistake.
 *
 * @param right the text before it
 * @param wrong the text with it
 * @param at a text that is on the line at fault, and nowhere before
 * @param says what the compiler says of it
 */
record Mistake(String file, String right, String wrong, String at, String says) {}

package dev.covet.benchmarks.raw;

/**
 * What the raw server answers.
 *
 * @param isJson whether it is JSON, or else text
 * @param body which nobody changes any more
 */
@SuppressWarnings("ArrayRecordComponent") // it is never compared
record Answer(int status, boolean isJson, byte[] body) {}

package dev.covet.gen;

import dev.covet.base.json.Codec;

/**
 * The codecs of a record.
 *
 * @param input what clients send
 * @param output what clients get
 * @param <T> the record
 */
public record CodecPart<T>(Codec<T> input, Codec<T> output) {}

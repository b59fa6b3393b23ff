package dev.covet.data.query;

import dev.covet.api.ApiError;
import dev.covet.base.json.Codec;
import dev.covet.base.json.Json;
import dev.covet.base.json.JsonLimits;
import java.nio.charset.StandardCharsets;

/**
 * A value of several parts, stored as the JSON that its codec writes. It is read and written whole;
 * rows are not asked for by it.
 *
 * @param <V> the component's type
 */
public final class Document<V> implements SqlType<V> {
  /**
   * What comes back was within the app's limits when it came, and may be longer as it is stored.
   */
  private static final JsonLimits STORED =
      new JsonLimits(256, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, 10_000, 10_000);

  private final Json json = new Json(STORED);
  private final Codec<V> codec;

  Document(Codec<V> codec) {
    this.codec = codec;
  }

  /** Whether it can be written, without U+0000, and read again. */
  boolean holds(V value) {
    try {
      var text = text(value);
      parse(text);
      return !StorableText.holdsEscapedNul(text);
    } catch (ApiError | IllegalArgumentException _) {
      return false;
    }
  }

  /** Whether U+0000 is why a value of this type cannot be stored. */
  @SuppressWarnings("unchecked") // a column's values are of its type
  public boolean holdsNul(Object value) {
    try {
      return StorableText.holdsEscapedNul(text((V) value));
    } catch (ApiError | IllegalArgumentException _) {
      return false;
    }
  }

  V normal(V value) {
    return parse(text(value));
  }

  /** The JSON of a value. */
  public String text(V value) {
    return new String(json.write(codec, value), StandardCharsets.UTF_8);
  }

  /**
   * The value of a JSON text.
   *
   * @throws IllegalStateException if it is none of this type
   */
  public V parse(String text) {
    try {
      return json.read(text.getBytes(StandardCharsets.UTF_8), codec);
    } catch (ApiError error) {
      throw new IllegalStateException(
          "the database holds JSON that does not fit its column", error);
    }
  }
}

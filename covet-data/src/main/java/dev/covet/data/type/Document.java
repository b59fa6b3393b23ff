package dev.covet.data.type;

import dev.covet.api.ApiError;
import dev.covet.api.Invalid;
import dev.covet.base.json.Codec;
import dev.covet.base.json.Json;
import dev.covet.base.json.JsonLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
  static final JsonLimits STORED =
      new JsonLimits(256, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, 10_000, 10_000);

  private final Json json = new Json(STORED);
  private final Codec<V> codec;

  Document(Codec<V> codec) {
    this.codec = codec;
  }

  /**
   * A value as it is stored and as it will be read back.
   *
   * @param <V> the component's type
   * @param json what the database stores; empty if the value cannot be written
   * @param value what is read back from that; null if nothing can be
   */
  public record Stored<V>(String json, @Nullable V value) {
    /** Where U+0000 is in it first, which no database stores: names and indexes on the way. */
    public Optional<List<Object>> nul() {
      return StorableText.holdsEscapedNul(json) ? Optional.of(Nul.way(json)) : Optional.empty();
    }
  }

  /** Writes a value, once, and reads it again. */
  public Stored<V> stored(V value) {
    var text = text(value);
    return new Stored<>(text, text.isEmpty() ? null : read(text));
  }

  private String text(V value) {
    try {
      return new String(json.write(codec, value), StandardCharsets.UTF_8);
    } catch (ApiError | IllegalArgumentException _) {
      return "";
    }
  }

  private @Nullable V read(String text) {
    try {
      return parse(text);
    } catch (IllegalStateException | IllegalArgumentException _) {
      return null;
    }
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
      throw new IllegalStateException(reason(error), error);
    }
  }

  private static String reason(ApiError error) {
    return error instanceof Invalid invalid && !invalid.problems().isEmpty()
        ? (invalid.problems().getFirst().field() + " " + invalid.problems().getFirst().reason())
            .strip()
        : error.message();
  }

  /**
   * A list of one element, as it is stored; nothing for an element that no list can hold, such as a
   * moment between two microseconds.
   */
  public static <E> String ofElement(SqlType<List<E>> type, E element) {
    if (!(type instanceof Document<List<E>> document)) {
      throw new IllegalArgumentException("A list is stored as JSON");
    }
    var stored = document.stored(List.of(element));
    var kept = stored.value();
    return kept == null || isOther(element, kept.getFirst()) ? "" : stored.json();
  }

  @SuppressWarnings("unchecked") // both are of the type of the elements
  private static <E> boolean isOther(E element, E kept) {
    return element instanceof Comparable<?> value && ((Comparable<E>) value).compareTo(kept) != 0;
  }
}

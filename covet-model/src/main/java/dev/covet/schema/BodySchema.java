package dev.covet.schema;

import org.jspecify.annotations.Nullable;

/**
 * A body: its media type and its shape.
 *
 * @param mediaType without parameters, for example {@code application/json}
 * @param defaultJson what a request without it means, as JSON text; null where there is no such
 *     value
 */
public record BodySchema(String mediaType, Schema schema, @Nullable String defaultJson) {
  /** A body of this type. */
  public static BodySchema of(String mediaType, Schema schema) {
    return new BodySchema(mediaType, schema, null);
  }

  /** A JSON body. */
  public static BodySchema json(Schema schema) {
    return of("application/json", schema);
  }

  /** A text body ({@code text/plain}). */
  public static BodySchema text() {
    return of("text/plain", Schema.of(Kind.STRING));
  }

  /** Bytes of any kind ({@code application/octet-stream}). */
  public static BodySchema bytes() {
    return of("application/octet-stream", Schema.any());
  }

  /**
   * This, and a request without it means the given value.
   *
   * @param json the value as JSON text, for example {@code "[]"}
   */
  public BodySchema withDefault(String json) {
    return new BodySchema(mediaType, schema, json);
  }
}

package dev.covet.schema;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A body: its media type and its shape.
 *
 * @param mediaType without parameters, for example {@code application/json}
 * @param defaultJson what a request without it means, as JSON text; null where there is no such
 *     value
 */
public record BodySchema(String mediaType, Schema schema, @Nullable String defaultJson) {
  /** What JSON Lines are called; one name is as good as the other. */
  private static final Set<String> LINES = Set.of("application/jsonl", "application/x-ndjson");

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

  /** Whether it has one JSON value per line; its schema is then that of a list of them. */
  public boolean isLines() {
    return isLines(mediaType);
  }

  /** Whether a media type is one of JSON Lines. */
  public static boolean isLines(String mediaType) {
    return LINES.contains(mediaType.toLowerCase(Locale.ROOT));
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

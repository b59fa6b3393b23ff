package dev.covet.schema;

/**
 * A body: its media type and its shape.
 *
 * @param mediaType without parameters, for example {@code application/json}
 */
public record Content(String mediaType, Schema schema) {
  /** A JSON body. */
  public static Content json(Schema schema) {
    return new Content("application/json", schema);
  }

  /** A text body ({@code text/plain}). */
  public static Content text() {
    return new Content("text/plain", Schema.of(Kind.STRING));
  }

  /** Bytes of any kind ({@code application/octet-stream}). */
  public static Content bytes() {
    return new Content("application/octet-stream", Schema.any());
  }
}

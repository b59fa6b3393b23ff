package dev.covet.schema;

/**
 * A body: its media type and its shape.
 *
 * @param mediaType without parameters, for example {@code application/json}
 */
public record BodySchema(String mediaType, Schema schema) {
  /** A JSON body. */
  public static BodySchema json(Schema schema) {
    return new BodySchema("application/json", schema);
  }

  /** A text body ({@code text/plain}). */
  public static BodySchema text() {
    return new BodySchema("text/plain", Schema.of(Kind.STRING));
  }

  /** Bytes of any kind ({@code application/octet-stream}). */
  public static BodySchema bytes() {
    return new BodySchema("application/octet-stream", Schema.any());
  }
}

package dev.covet.schema;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A body: its media type and its shape, and others in which it may be as well.
 *
 * @param mediaType without parameters, for example {@code application/json}
 * @param defaultJson what a request without it means, as JSON text; null where there is no such
 *     value
 * @param examples bodies that it may be, as JSON texts
 * @param others the same body as other media types
 */
public record BodySchema(
    String mediaType,
    Schema schema,
    @Nullable String defaultJson,
    List<String> examples,
    List<BodySchema> others) {
  /** Events as servers send them (WHATWG HTML, 9.2.5). */
  public static final String EVENTS = "text/event-stream";

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data";

  /** What JSON Lines are called; one name is as good as the other. */
  private static final Set<String> LINES = Set.of("application/jsonl", "application/x-ndjson");

  /** Copies the lists. */
  public BodySchema {
    examples = List.copyOf(examples);
    others = List.copyOf(others);
  }

  /** A body of this type. */
  public static BodySchema of(String mediaType, Schema schema) {
    return new BodySchema(mediaType, schema, null, List.of(), List.of());
  }

  /** A JSON body. */
  public static BodySchema json(Schema schema) {
    return of("application/json", schema);
  }

  /** A form ({@code application/x-www-form-urlencoded}), whose fields are those of an object. */
  public static BodySchema form(ObjectSchema fields) {
    return of(FORM, fields.ref());
  }

  /** A form with files ({@code multipart/form-data}), whose fields are those of an object. */
  public static BodySchema multipart(ObjectSchema fields) {
    return of(MULTIPART, fields.ref());
  }

  /** A text body ({@code text/plain}). */
  public static BodySchema text() {
    return of("text/plain", Schema.of(Kind.STRING));
  }

  /** Bytes of any kind ({@code application/octet-stream}). */
  public static BodySchema bytes() {
    return of("application/octet-stream", Schema.any());
  }

  /** Whether it is a form, whose fields are those of the schema's object. */
  public boolean isForm() {
    return mediaType.equals(FORM) || isMultipart();
  }

  /** Whether it is a form that may have files. */
  public boolean isMultipart() {
    return mediaType.equals(MULTIPART);
  }

  /** Whether it has one JSON value per line; its schema is then that of a list of them. */
  public boolean isLines() {
    return isLines(mediaType);
  }

  /** Whether it is events; its schema is then that of a list of their values. */
  public boolean isEvents() {
    return mediaType.equals(EVENTS);
  }

  /** Whether it comes piece by piece; its schema is then that of a list of them. */
  public boolean isPiecewise() {
    return isLines() || isEvents();
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
    return new BodySchema(mediaType, schema, json, examples, others);
  }

  /** This with examples, as JSON texts. */
  public BodySchema withExamples(String... json) {
    return new BodySchema(mediaType, schema, defaultJson, List.of(json), others);
  }

  /** This, or another. */
  public BodySchema or(BodySchema other) {
    return new BodySchema(
        mediaType,
        schema,
        defaultJson,
        examples,
        Stream.concat(others.stream(), Stream.of(other)).toList());
  }

  /** This and the others, this first. */
  public Stream<BodySchema> all() {
    return Stream.concat(Stream.of(this), others.stream());
  }
}

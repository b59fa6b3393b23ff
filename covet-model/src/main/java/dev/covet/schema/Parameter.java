package dev.covet.schema;

import org.jspecify.annotations.Nullable;

/**
 * A value that an operation reads beside its body.
 *
 * @param in where it stands: {@code path}, {@code query}, {@code header} or {@code cookie}
 * @param text the Javadoc; empty for none
 * @param defaultText what its absence means, as the client would write it; null where there is no
 *     such value
 */
public record Parameter(
    String name,
    String in,
    boolean required,
    Schema schema,
    String text,
    @Nullable String defaultText) {
  /** What every boolean may be that is a text, for descriptions. */
  public static final String TRUTHS =
      "Also `1`, `on`, `yes` for true and `0`, `off`, `no` for false, in any case.";

  /** A required value of the path. */
  public static Parameter path(String name, Schema schema) {
    return new Parameter(name, "path", true, schema, "", null);
  }

  /** A required value of the query. */
  public static Parameter query(String name, Schema schema) {
    return new Parameter(name, "query", true, schema, "", null);
  }

  /** A required header. */
  public static Parameter header(String name, Schema schema) {
    return new Parameter(name, "header", true, schema, "", null);
  }

  /** A required cookie. */
  public static Parameter cookie(String name, Schema schema) {
    return new Parameter(name, "cookie", true, schema, "", null);
  }

  /** This, which may be left out. */
  public Parameter asOptional() {
    return new Parameter(name, in, false, schema, text, defaultText);
  }

  /** This with its Javadoc. */
  public Parameter described(String description) {
    return new Parameter(name, in, required, schema, description, defaultText);
  }

  /** This; its absence means the given text. */
  public Parameter withDefault(String value) {
    return new Parameter(name, in, false, schema, text, value);
  }
}

package dev.covet.schema;

import org.jspecify.annotations.Nullable;

/**
 * A value that an operation reads beside its body.
 *
 * @param in where it stands: {@code path}, {@code query}, {@code header} or {@code cookie}
 * @param remarks its Javadoc, and what else documents say of it
 * @param defaultText what its absence means, as the client would write it; null where there is no
 *     such value
 */
public record Parameter(
    String name,
    String in,
    boolean required,
    Schema schema,
    Remarks remarks,
    @Nullable String defaultText)
    implements Remarked<Parameter> {
  /** What every boolean may be that is a text, for descriptions. */
  public static final String TRUTHS =
      "Also `1`, `on`, `yes` for true and `0`, `off`, `no` for false, in any case.";

  /** A required value of the path. */
  public static Parameter path(String name, Schema schema) {
    return new Parameter(name, "path", true, schema, Remarks.NONE, null);
  }

  /** A required value of the query. */
  public static Parameter query(String name, Schema schema) {
    return new Parameter(name, "query", true, schema, Remarks.NONE, null);
  }

  /** A required header. */
  public static Parameter header(String name, Schema schema) {
    return new Parameter(name, "header", true, schema, Remarks.NONE, null);
  }

  /** A required cookie. */
  public static Parameter cookie(String name, Schema schema) {
    return new Parameter(name, "cookie", true, schema, Remarks.NONE, null);
  }

  /** This, which may be left out. */
  public Parameter asOptional() {
    return new Parameter(name, in, false, schema, remarks, defaultText);
  }

  /** This, which may not be left out. */
  public Parameter asRequired() {
    return new Parameter(name, in, true, schema, remarks, null);
  }

  /** Whether it is the same value of a request; headers differ by more than case. */
  public boolean isSameAs(Parameter other) {
    return in.equals(other.in)
        && (in.equals("header") ? name.equalsIgnoreCase(other.name) : name.equals(other.name));
  }

  @Override
  public Parameter with(Remarks other) {
    return new Parameter(name, in, required, schema, other, defaultText);
  }

  /** This; its absence means the given text. */
  public Parameter withDefault(String value) {
    return new Parameter(name, in, false, schema, remarks, value);
  }
}

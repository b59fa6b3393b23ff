package dev.covet.processor.model;

import java.util.Locale;

/** Where the value of a parameter comes from. */
public enum ValueSource {
  /** A variable of the path. */
  PATH,
  /** The query. */
  QUERY,
  /** A header. */
  HEADER,
  /** A cookie. */
  COOKIE,
  /** A field of a form. */
  FORM,
  /** The body. */
  BODY,
  /** The app: a service, or something of the request. */
  PROVIDED,
  /** The qualifier by which a provider is asked. */
  QUALIFIER;

  /** Whether it is bound from texts beside the body. */
  public boolean isText() {
    return this == PATH || this == QUERY || this == HEADER;
  }

  /** The simple name of the annotation that says so. */
  public String annotation() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }
}

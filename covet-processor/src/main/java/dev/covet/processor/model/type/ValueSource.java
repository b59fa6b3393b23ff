package dev.covet.processor.model.type;

import java.util.List;
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
  QUALIFIER,
  /** The address that a webhook is called at. */
  ADDRESS,
  /** The WebSocket that the route is. */
  SOCKET;

  /** Sources of texts beside the body, in the order in which they are bound. */
  public static final List<ValueSource> TEXTS = List.of(PATH, QUERY, HEADER, COOKIE);

  /** Whether it is bound from texts beside the body. */
  public boolean isText() {
    return TEXTS.contains(this);
  }

  /** Whether a record is bound from it component by component, each by its own name. */
  public boolean groups() {
    return this == QUERY || this == HEADER || this == COOKIE || this == FORM;
  }

  /** Whether a value may have several names there. */
  public boolean hasAliases() {
    return this == QUERY || this == COOKIE || this == FORM;
  }

  /** Whether it is the body, as JSON, as bytes or as a form. */
  public boolean isBody() {
    return this == BODY || this == FORM;
  }

  /** As locations of problems, messages and generated methods call it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The simple name of the annotation that says so. */
  public String annotation() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }
}

package dev.covet.processor.model.route;

import java.util.Locale;

/** The methods of HTTP that have an annotation. */
public enum HttpMethod {
  /** Reads. */
  GET,
  /** Creates, or does. */
  POST,
  /** Replaces. */
  PUT,
  /** Changes. */
  PATCH,
  /** Removes. */
  DELETE;

  /** The annotation's qualified name: {@code dev.covet.api.Get}. */
  public String annotation() {
    return "dev.covet.api." + name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }
}

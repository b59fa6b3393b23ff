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
  DELETE,
  /** Opens a WebSocket, by a GET. */
  WEB_SOCKET;

  /** The annotation's qualified name: {@code dev.covet.api.Get}. */
  public String annotation() {
    if (this == WEB_SOCKET) return "dev.covet.api.WebSocket";
    return "dev.covet.api." + name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }

  /** The method of the request: {@code GET}. */
  public String text() {
    return this == WEB_SOCKET ? GET.name() : name();
  }

  /** As messages call it: the method, or what else is asked for. */
  @Override
  public String toString() {
    return this == WEB_SOCKET ? "WebSocket" : name();
  }
}

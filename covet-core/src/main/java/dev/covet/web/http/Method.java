package dev.covet.web.http;

import java.util.Optional;

/** The methods that routes can have (RFC 9110, 9.3; RFC 5789), with their exact names. */
public enum Method {
  /** Reads; safe. */
  GET,
  /** As {@code GET} without a body; safe. */
  HEAD,
  /** Does something with the body. */
  POST,
  /** Puts the body in the place of what is there; idempotent. */
  PUT,
  /** Changes a part of what is there. */
  PATCH,
  /** Removes; idempotent. */
  DELETE,
  /** Asks for the methods; safe. */
  OPTIONS;

  /** The method of this name, in upper case as it must be; empty for one that no route can have. */
  public static Optional<Method> of(String name) {
    return switch (name) {
      case "GET" -> Optional.of(GET);
      case "HEAD" -> Optional.of(HEAD);
      case "POST" -> Optional.of(POST);
      case "PUT" -> Optional.of(PUT);
      case "PATCH" -> Optional.of(PATCH);
      case "DELETE" -> Optional.of(DELETE);
      case "OPTIONS" -> Optional.of(OPTIONS);
      default -> Optional.empty();
    };
  }

  /** Whether a request of this method asks for no change (RFC 9110, 9.2.1). */
  public boolean isSafe() {
    return this == GET || this == HEAD || this == OPTIONS;
  }
}

package dev.covet.web.http;

/** Makes the answers of a server that cannot, or must not, have a request answered by the app. */
@FunctionalInterface
public interface Refusals {
  /**
   * The answer in the app's error format, or the one that the request asks for, with the request's
   * id and the standard headers; it was logged.
   */
  Response refuse(Refused refused);
}

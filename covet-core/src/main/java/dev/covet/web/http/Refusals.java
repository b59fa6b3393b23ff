package dev.covet.web.http;

/** Makes the answers of a server that cannot make a request out of what it was sent. */
@FunctionalInterface
public interface Refusals {
  /**
   * The answer in the app's error format, with a request id and the standard headers; it was
   * logged.
   *
   * @param status the status code, from 400
   * @param code the stable code in upper snake case: {@code HEADERS_BYTES_MAX}
   * @param message one sentence for people; nothing of what was sent
   */
  Response refuse(int status, String code, String message);
}

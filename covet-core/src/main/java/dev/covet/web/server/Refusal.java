package dev.covet.web.server;

/**
 * Why a request is refused before it exists.
 *
 * @param status 400, 408, 414, 417, 431, 501 or 505
 * @param code what the error body and the counters call it
 * @param message one sentence for the client, without anything that the client sent
 */
record Refusal(int status, String code, String message) {
  static Refusal malformed(String message) {
    return new Refusal(400, "BAD_REQUEST", message);
  }
}

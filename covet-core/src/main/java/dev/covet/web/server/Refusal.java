package dev.covet.web.server;

/**
 * Why a request is answered by the server instead of the app.
 *
 * @param status 400, 408, 414, 417, 431, 500, 501, 503, 504 or 505
 * @param code what the error body calls it
 * @param message one sentence for the client, without anything that the client sent
 * @param isLimit whether {@code code} names a limit that was reached, which is counted
 */
record Refusal(int status, String code, String message, boolean isLimit) {
  static final Refusal FAILED = of(500, "INTERNAL_ERROR", "Internal error");

  static Refusal of(int status, String code, String message) {
    return new Refusal(status, code, message, false);
  }

  static Refusal malformed(String message) {
    return of(400, "BAD_REQUEST", message);
  }

  /** A limit of this name (upper snake case, security.md) was reached. */
  static Refusal limit(int status, String name, String message) {
    return new Refusal(status, name, message, true);
  }
}

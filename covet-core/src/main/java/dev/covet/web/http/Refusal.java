package dev.covet.web.http;

/**
 * Why a request is answered in the place of the app, or beside the handler that is at work: it is
 * malformed, too late, or one too many.
 *
 * @param status 400, 405, 408, 413, 414, 417, 431, 499, 500, 501, 503, 504 or 505
 * @param code the stable code in upper snake case, which the error body has: {@code
 *     HEADERS_BYTES_MAX}
 * @param message one sentence for the client, without anything that the client sent
 * @param isLimit whether {@code code} names a limit that was reached, which is counted
 */
public record Refusal(int status, String code, String message, boolean isLimit) {
  /** The app failed where nothing of its own could answer. */
  public static final Refusal FAILED = of(500, "INTERNAL_ERROR", "Internal error");

  /** A refusal for another reason than a limit. */
  public static Refusal of(int status, String code, String message) {
    return new Refusal(status, code, message, false);
  }

  /** 400: what came is no request. */
  public static Refusal malformed(String message) {
    return of(400, "BAD_REQUEST", message);
  }

  /** A limit of this name (upper snake case) was reached. */
  public static Refusal limit(int status, String name, String message) {
    return new Refusal(status, name, message, true);
  }
}

package dev.covet.web.server.carrier;

import dev.covet.schema.BuiltInError;
import dev.covet.web.http.Method;
import dev.covet.web.http.Refusal;
import org.jspecify.annotations.Nullable;

/** What the head of a request must be in every version of HTTP (RFC 9110). */
public final class RequestRules {
  /** Two readers of one body could each believe another (8.3). */
  public static final Refusal TWO_TYPES = Refusal.malformed("Content-Type is repeated");

  /** The connection is for another host (15.5.20). */
  public static final Refusal ANOTHER_HOST = Refusal.of(BuiltInError.MISDIRECTED_REQUEST);

  private static final int LENGTH_DIGITS_MAX = 18;

  private RequestRules() {}

  /** Why a method is refused, or null. */
  public static @Nullable Refusal method(String name) {
    if (Method.of(name).isPresent()) return null;
    return Refusal.of(
        name.equals("TRACE") || name.equals("CONNECT")
            ? BuiltInError.METHOD_NOT_ALLOWED
            : BuiltInError.NOT_IMPLEMENTED);
  }

  /** Why what a client expects is refused, or null (10.1.1); null if it expects nothing. */
  public static @Nullable Refusal expectation(@Nullable String expect) {
    return expect == null || isToGoOn(expect) ? null : Refusal.of(BuiltInError.EXPECTATION_FAILED);
  }

  /** Whether a client sends its body only once it is told to (10.1.1). */
  public static boolean isToGoOn(@Nullable String expect) {
    return expect != null && expect.equalsIgnoreCase("100-continue");
  }

  /** Whether a text is a length (8.6) that can be counted. */
  public static boolean isLength(String text) {
    if (text.isEmpty() || text.length() > LENGTH_DIGITS_MAX) return false;
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
    }
    return true;
  }
}

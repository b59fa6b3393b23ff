package dev.covet.web.route;

import dev.covet.web.message.Percent;
import org.jspecify.annotations.Nullable;

/**
 * Paths as they are matched: split at slashes, then decoded once. What could mean another path to
 * somebody else is refused: an encoded slash, a backslash, a dot segment, a control character.
 */
final class PathText {
  private PathText() {}

  /** The path, decoded and without a slash at its end; null if no route can have it. */
  static @Nullable String decoded(String raw) {
    if (!raw.startsWith("/")) return null;
    for (int from = 1, end; from <= raw.length(); from = end + 1) {
      end = endOfSegment(raw, from);
      if (!isPlain(raw, from, end)) return slow(raw);
    }
    return isSlashed(raw) ? raw.substring(0, raw.length() - 1) : raw;
  }

  private static boolean isSlashed(String path) {
    return path.length() > 1 && path.endsWith("/") && !path.endsWith("//");
  }

  private static int endOfSegment(String path, int from) {
    var end = path.indexOf('/', from);
    return end < 0 ? path.length() : end;
  }

  /** Whether a segment means itself; nearly all do. */
  private static boolean isPlain(String path, int from, int end) {
    if (from < end && path.charAt(from) == '.') return false;
    for (var i = from; i < end; i++) {
      var c = path.charAt(i);
      if (c == '%' || c == '\\' || c <= ' ' || c >= 0x7f) return false;
    }
    return true;
  }

  private static @Nullable String slow(String raw) {
    var decoded = new StringBuilder(raw.length());
    for (int from = 1, end; from <= raw.length(); from = end + 1) {
      end = endOfSegment(raw, from);
      var segment = Percent.decode(raw, from, end, false);
      if (segment == null || !isAllowed(segment)) return null;
      decoded.append('/').append(segment);
    }
    if (isSlashed(decoded.toString())) decoded.setLength(decoded.length() - 1);
    return decoded.toString();
  }

  private static boolean isAllowed(String segment) {
    if (segment.equals(".") || segment.equals("..")) return false;
    for (var i = 0; i < segment.length(); i++) {
      var c = segment.charAt(i);
      if (c == '/' || c == '\\' || c < ' ' || c == 0x7f) return false;
    }
    return true;
  }
}

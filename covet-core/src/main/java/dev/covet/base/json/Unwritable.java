package dev.covet.base.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** A value that JSON cannot say; its message names where it stands and whose codec writes it. */
final class Unwritable extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final String OWN_PACKAGES = "dev.covet.base.";

  private Unwritable(String message) {
    super(message);
  }

  /**
   * What cannot be written behind a text that is not finished.
   *
   * @param length bytes of the text so far
   */
  static Unwritable behind(byte[] text, int length, String message) {
    var failure = new Unwritable("");
    var writer = writer(failure.getStackTrace());
    return new Unwritable(
        "%s, at %s, written by %s".formatted(message, place(text, length), writer));
  }

  /** The generated codec, which is named after the record. */
  private static String writer(StackTraceElement[] frames) {
    for (var frame : frames) {
      if (!frame.getClassName().startsWith(OWN_PACKAGES)) return frame.getClassName();
    }
    return "JSON itself";
  }

  /** A pointer (RFC 6901) such as {@code /3/price}, from the names and brackets so far. */
  private static String place(byte[] text, int length) {
    Deque<String> path = new ArrayDeque<>();
    var at = 0;
    while (at < length) {
      var end = text[at] == '"' ? endOfString(text, at) : at + 1;
      if (end < length && text[end] == ':') {
        path.removeLast();
        path.addLast(new String(text, at + 1, end - at - 2, StandardCharsets.UTF_8));
      }
      step(path, text[at]);
      at = end;
    }
    return path.isEmpty() ? "its root" : "/" + String.join("/", path);
  }

  private static void step(Deque<String> path, byte character) {
    switch (character) {
      case '{' -> path.addLast("");
      case '[' -> path.addLast("0");
      case '}', ']' -> path.removeLast();
      case ',' -> next(path);
      default -> {}
    }
  }

  /** Behind a comma comes the next element of an array, or a name that replaces the last one. */
  private static void next(Deque<String> path) {
    var last = path.peekLast();
    if (last != null && !last.isEmpty() && last.chars().allMatch(Character::isDigit)) {
      path.removeLast();
      path.addLast(Integer.toString(Integer.parseInt(last) + 1));
    }
  }

  /** Behind the closing quote. */
  private static int endOfString(byte[] text, int start) {
    var at = start + 1;
    while (text[at] != '"') at += text[at] == '\\' ? 2 : 1;
    return at + 1;
  }
}

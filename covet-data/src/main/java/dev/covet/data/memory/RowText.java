package dev.covet.data.memory;

import java.nio.ByteBuffer;

/** Texts of rows in memory, with the meaning that both databases give them. */
final class RowText {
  private static final int CASE = 'a' - 'A';

  private RowText() {}

  /** A to Z as a to z; no other letter. */
  static String lower(String text) {
    return changed(text, 'A', CASE);
  }

  /** The letters a to z as A to Z; no other letter. */
  static String upper(String text) {
    return changed(text, 'a', -CASE);
  }

  private static String changed(String text, char first, int by) {
    var chars = text.toCharArray();
    for (var at = 0; at < chars.length; at++) {
      if (chars[at] >= first && chars[at] < first + 26) chars[at] += (char) by;
    }
    return new String(chars);
  }

  /** Without spaces at its ends; other white space stays. */
  static String trim(String text) {
    var from = 0;
    var to = text.length();
    while (from < to && text.charAt(from) == ' ') from++;
    while (from < to && text.charAt(to - 1) == ' ') to--;
    return text.substring(from, to);
  }

  /** By code point; Java's own order is by the halves of surrogate pairs. */
  static int compare(String one, String other) {
    var length = Math.min(one.length(), other.length());
    for (var at = 0; at < length; at++) {
      var a = one.charAt(at);
      var b = other.charAt(at);
      if (a != b) {
        var isOnePaired = Character.isSurrogate(a);
        return isOnePaired == Character.isSurrogate(b) ? a - b : isOnePaired ? 1 : -1;
      }
    }
    return one.length() - other.length();
  }

  /** Byte by byte, unsigned; {@code ByteBuffer} compares signed ones. */
  static int compare(ByteBuffer one, ByteBuffer other) {
    var at = one.mismatch(other);
    return (at < 0 || at == Math.min(one.limit(), other.limit()))
        ? one.limit() - other.limit()
        : Byte.compareUnsigned(one.get(at), other.get(at));
  }

  /** Whether a whole text is as a pattern of {@code like} says. */
  static boolean isLike(String text, String pattern) {
    return new Like(text.codePoints().toArray(), pattern.codePoints().toArray()).matches();
  }

  /**
   * Goes through both. Where they part, the last {@code %} takes one character more; those before
   * it need not be tried again.
   */
  private static final class Like {
    private final int[] text;
    private final int[] pattern;
    private int inText;
    private int inPattern;
    private int anyFrom = -1;
    private int anyTo;

    Like(int[] text, int[] pattern) {
      this.text = text;
      this.pattern = pattern;
    }

    boolean matches() {
      while (inText < text.length) {
        if (!isAny() && !isOne() && !widened()) return false;
      }
      while (isAny()) {}
      return inPattern == pattern.length;
    }

    private boolean isAny() {
      if (inPattern == pattern.length || pattern[inPattern] != '%') return false;
      anyFrom = ++inPattern;
      anyTo = inText;
      return true;
    }

    private boolean isOne() {
      if (inPattern == pattern.length) return false;
      var isLiteral = pattern[inPattern] == '\\' && inPattern + 1 < pattern.length;
      var asked = pattern[isLiteral ? inPattern + 1 : inPattern];
      if (asked != text[inText] && (isLiteral || asked != '_')) return false;
      inPattern += isLiteral ? 2 : 1;
      inText++;
      return true;
    }

    private boolean widened() {
      if (anyFrom < 0) return false;
      inPattern = anyFrom;
      inText = ++anyTo;
      return true;
    }
  }
}

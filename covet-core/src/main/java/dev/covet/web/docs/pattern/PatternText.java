package dev.covet.web.docs.pattern;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;

/**
 * Makes a text that a regular expression matches, where that has only characters, classes, groups,
 * alternatives and counts. What it makes is compared with the expression. Not thread-safe.
 */
public final class PatternText {
  private static final int CHARS_MAX = 1_000;

  /** Most repetitions more than an expression asks for. */
  private static final int MORE_MAX = 64;

  private static final String CHARS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890-_ .:,;/@#+*!?$%&=~()<>[]{}'\"^|\\`";

  private final String regex;
  private final int more;
  private int at;
  private int taken;

  private PatternText(String regex, int more) {
    this.regex = regex;
    this.more = more;
  }

  /** A text that an expression matches; empty if none is found. */
  public static Optional<String> of(String regex, Predicate<String> isFine) {
    return IntStream.iterate(0, each -> each <= MORE_MAX, each -> each == 0 ? 1 : 2 * each)
        .mapToObj(more -> made(regex, more))
        .flatMap(Optional::stream)
        .filter(isFine)
        .findFirst();
  }

  private static Optional<String> made(String regex, int more) {
    try {
      var text = new PatternText(regex, more).all();
      return Optional.of(text).filter(each -> Pattern.matches(regex, each));
    } catch (UnsupportedOperationException | IndexOutOfBoundsException | PatternSyntaxException _) {
      return Optional.empty();
    }
  }

  private String all() {
    var text = alternatives();
    if (at < regex.length()) throw new UnsupportedOperationException();
    return text;
  }

  /** The first of several; the others are passed over. */
  private String alternatives() {
    var first = sequence();
    while (take("|")) sequence();
    return first;
  }

  private String sequence() {
    var text = new StringBuilder();
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      if (!take("^") && !take("$")) text.append(repeated());
      if (text.length() > CHARS_MAX) throw new UnsupportedOperationException();
    }
    return text.toString();
  }

  private String repeated() {
    var from = at;
    var text = new StringBuilder(atom());
    var to = at;
    var count = count();
    if (count == 0) return "";
    var after = at;
    for (var i = 1; i < count && text.length() <= CHARS_MAX; i++) {
      at = from;
      text.append(atom());
      if (at != to) throw new UnsupportedOperationException();
    }
    at = after;
    return text.toString();
  }

  private int count() {
    var min = 1;
    var max = 1;
    if (take("?")) {
      min = 0;
    } else if (take("*") || take("+")) {
      max = Integer.MAX_VALUE;
    } else if (take("{")) {
      min = number();
      max = take(",") ? (regex.charAt(at) == '}' ? Integer.MAX_VALUE : number()) : min;
      if (!take("}")) throw new UnsupportedOperationException();
    }
    if (max > 1 && !take("?")) take("+"); // reluctant or possessive: the same texts match mostly
    return (int) Math.min(max, Math.max(0L, min) + more);
  }

  private int number() {
    var from = at;
    while (at < regex.length() && Character.isDigit(regex.charAt(at))) at++;
    if (from == at || at - from > 4) throw new UnsupportedOperationException();
    return Integer.parseInt(regex.substring(from, at));
  }

  private String atom() {
    if (take("(")) {
      if (take("?") && !take(":")) throw new UnsupportedOperationException();
      var text = alternatives();
      if (!take(")")) throw new UnsupportedOperationException();
      return text;
    }
    return one(unit());
  }

  /** The expression of one character: a class, an escape, or itself. */
  private String unit() {
    var from = at;
    var c = regex.charAt(at++);
    if (c == '[') {
      brackets();
    } else if (c == '\\') {
      escape();
    } else if ("?*+{".indexOf(c) >= 0) {
      throw new UnsupportedOperationException();
    }
    return regex.substring(from, at);
  }

  private void brackets() {
    for (var depth = 1; depth > 0; at++) {
      switch (regex.charAt(at)) {
        case '[' -> depth++;
        case ']' -> depth--;
        case '\\' -> at++;
        default -> {}
      }
    }
  }

  private void escape() {
    if (at >= regex.length()) throw new UnsupportedOperationException();
    var c = regex.charAt(at++);
    if (c == 'p' || c == 'P') {
      at = regex.charAt(at) == '{' ? regex.indexOf('}', at) + 1 : at + 1;
    } else if (Character.isLetterOrDigit(c) && "dDwWsS".indexOf(c) < 0) {
      throw new UnsupportedOperationException();
    }
  }

  /** A character that the expression of one matches, another one than just before if it can be. */
  private String one(String unit) {
    var fits = Pattern.compile(unit);
    var all =
        CHARS.chars().mapToObj(Character::toString).filter(c -> fits.matcher(c).matches()).toList();
    if (all.isEmpty()) {
      if (unit.length() == 1) return unit;
      throw new UnsupportedOperationException();
    }
    return all.get(taken++ % all.size());
  }

  private boolean take(String text) {
    var isHere = regex.startsWith(text, at);
    at += isHere ? text.length() : 0;
    return isHere;
  }
}

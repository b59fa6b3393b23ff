package dev.covet.web.docs.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Translates a regular expression of Java into one of ECMA-262 with flag {@code u}, as JSON Schema
 * has patterns. What both write alike but mean differently ({@code .}, {@code \s}, {@code $}) is
 * written out. What ECMA-262 has no words for (possessive counts, atomic groups, flags in the
 * middle; ends of words, to which Java counts accents; back references, whose meaning differs for
 * groups that took no part) has no translation. Not thread-safe.
 */
public final class EcmaPattern {
  private static final String FLAGS = "(?";

  private final Scan in;
  private final boolean ignoresCase;
  private final boolean dotIsAny;
  private final StringBuilder out = new StringBuilder();
  private boolean hasAlternatives;

  private EcmaPattern(String regex, String flags) {
    this.in = new Scan(regex);
    this.ignoresCase = flags.contains("i");
    this.dotIsAny = flags.contains("s");
  }

  /** The position in an expression. Not thread-safe. */
  static final class Scan {
    private final int[] all;
    private int at;

    Scan(String regex) {
      this.all = regex.codePoints().toArray();
    }

    boolean isAtEnd() {
      return at == all.length;
    }

    boolean isAt(String text) {
      var end = at + text.length();
      return end <= all.length && new String(all, at, text.length()).equals(text);
    }

    /** Goes on behind a text if it stands here. */
    boolean skips(String text) {
      var is = isAt(text);
      at += is ? text.length() : 0;
      return is;
    }

    /** Whether an ASCII letter or digit stands here. */
    boolean isAtLetterOrDigit() {
      return !isAtEnd() && all[at] < 0x80 && Character.isLetterOrDigit(all[at]);
    }

    int next() throws NoTranslation {
      if (isAtEnd()) throw new NoTranslation();
      return all[at++];
    }

    /** What stands before a mark, and goes on behind it. */
    String before(String end) throws NoTranslation {
      var from = at;
      while (!isAt(end)) next();
      var text = new String(all, from, at - from);
      at += end.length();
      return text;
    }
  }

  /** Thrown where an expression has no translation. */
  static final class NoTranslation extends Exception {
    private static final long serialVersionUID = 1L;

    NoTranslation() {
      super(null, null, false, false);
    }
  }

  /**
   * The pattern of texts that the whole expression matches.
   *
   * @param regex one that Java accepts
   */
  public static Optional<String> of(String regex) {
    var flags = regex.startsWith(FLAGS) ? flags(regex) : "";
    var rest = flags.isEmpty() ? regex : regex.substring(flags.length() + FLAGS.length() + 1);
    try {
      return Optional.of(new EcmaPattern(rest, flags).whole());
    } catch (NoTranslation e) {
      return Optional.empty();
    }
  }

  /** The flags that a whole expression begins with, if those are all that are known here. */
  private static String flags(String regex) {
    var end = regex.indexOf(')');
    var letters = end < 0 ? "" : regex.substring(FLAGS.length(), end);
    return letters.matches("[is]+") ? letters : "";
  }

  private String whole() throws NoTranslation {
    in.skips("^");
    alternatives(0);
    if (!in.isAtEnd()) throw new NoTranslation();
    return hasAlternatives ? "^(?:" + out + ")$" : "^" + out + "$";
  }

  private void alternatives(int depth) throws NoTranslation {
    sequence(depth);
    while (in.skips("|")) {
      hasAlternatives |= depth == 0;
      out.append('|');
      sequence(depth);
    }
  }

  private void sequence(int depth) throws NoTranslation {
    while (!in.isAtEnd() && !in.isAt("|") && !in.isAt(")")) {
      if (in.skips("(")) {
        group(depth);
      } else if (in.skips("^")) {
        assertion("^");
      } else if (in.skips("$")) {
        end(depth);
      } else {
        one();
      }
    }
  }

  /** In the middle it would also stand before a last line break, which ECMA-262 does not know. */
  private void end(int depth) throws NoTranslation {
    if (depth > 0 || !(in.isAtEnd() || in.isAt("|"))) throw new NoTranslation();
  }

  private void assertion(String text) throws NoTranslation {
    out.append(text);
    if (isAtCount()) throw new NoTranslation();
  }

  private boolean isAtCount() {
    return in.isAt("*") || in.isAt("+") || in.isAt("?") || in.isAt("{");
  }

  private void group(int depth) throws NoTranslation {
    if (in.isAt("?")) {
      var isLook = look();
      if (!isLook) named();
      alternatives(depth + 1);
      close();
      if (!isLook) {
        count(false);
      } else if (isAtCount()) {
        throw new NoTranslation();
      }
    } else {
      out.append('(');
      alternatives(depth + 1);
      close();
      count(false);
    }
  }

  private boolean look() {
    for (var kind : List.of("?=", "?!", "?<=", "?<!")) {
      if (in.skips(kind)) {
        out.append('(').append(kind);
        return true;
      }
    }
    return false;
  }

  private void named() throws NoTranslation {
    if (in.skips("?:")) {
      out.append("(?:");
    } else if (in.skips("?<")) {
      out.append("(?<").append(in.before(">")).append('>');
    } else {
      throw new NoTranslation();
    }
  }

  private void close() throws NoTranslation {
    if (!in.skips(")")) throw new NoTranslation();
    out.append(')');
  }

  /** One character that matches, and how often. */
  private void one() throws NoTranslation {
    if (isAtCount()) throw new NoTranslation();
    if (in.skips("\\Q")) {
      quoted();
      return;
    }
    if (in.isAt("\\b") || in.isAt("\\B")) throw new NoTranslation();
    if (in.skips("\\A")) {
      assertion("^");
    } else if (in.skips("\\z")) {
      assertion("$");
    } else if (in.skips("\\R")) {
      out.append("(?:\\r\\n|[\\n-\\r\\u0085\\u2028\\u2029])");
      count(false);
    } else {
      out.append(character());
      count(true);
    }
  }

  private String character() throws NoTranslation {
    if (in.skips(".")) return dotIsAny ? "[\\s\\S]" : "[^\\n\\r\\u0085\\u2028\\u2029]";
    if (in.skips("[")) return EcmaClass.read(in, ignoresCase).text();
    if (in.skips("\\")) return EcmaClass.escaped(in, ignoresCase).text();
    return EcmaClass.of(in.next(), ignoresCase).text();
  }

  private void quoted() throws NoTranslation {
    for (var c : in.before("\\E").codePoints().toArray()) {
      out.append(EcmaClass.of(c, ignoresCase).text());
    }
    count(false);
  }

  /** A possessive count gives nothing back; as the last of all, a class cannot anyway. */
  private void count(boolean ofClass) throws NoTranslation {
    if (!isAtCount()) return;
    var counts = new ArrayList<String>();
    counts.add(in.skips("{") ? "{" + in.before("}") + "}" : Character.toString(in.next()));
    if (in.skips("?")) {
      counts.add("?");
    } else if (in.skips("+") && !(ofClass && in.isAtEnd())) {
      throw new NoTranslation();
    }
    out.append(String.join("", counts));
  }
}

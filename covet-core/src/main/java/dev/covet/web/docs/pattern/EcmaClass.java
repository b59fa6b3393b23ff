package dev.covet.web.docs.pattern;

import dev.covet.web.docs.pattern.EcmaPattern.NoTranslation;
import dev.covet.web.docs.pattern.EcmaPattern.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A set of characters in the words of ECMA-262 with flag {@code u}, which has neither classes in
 * classes nor intersections: those become alternatives and a look ahead.
 *
 * @param items what stands between brackets: {@code a-z}, {@code \d}
 * @param others further sets, each an expression for one character
 * @param negated whether it is all but these
 */
record EcmaClass(List<String> items, List<String> others, boolean negated) {
  private static final String SPACES = "\\t-\\r ";
  private static final String BLANKS =
      "\\t \\u00a0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000";
  private static final String BREAKS = "\\n-\\r\\u0085\\u2028\\u2029";

  /** The classes of POSIX, of ASCII alone, as Java has them. */
  private static final Map<String, String> POSIX =
      Map.ofEntries(
          Map.entry("Lower", "a-z"),
          Map.entry("Upper", "A-Z"),
          Map.entry("ASCII", "\\u0000-\\u007f"),
          Map.entry("Alpha", "A-Za-z"),
          Map.entry("Digit", "0-9"),
          Map.entry("Alnum", "0-9A-Za-z"),
          Map.entry("Punct", "!-\\/:-@\\[-`\\{-~"),
          Map.entry("Graph", "!-~"),
          Map.entry("Print", " -~"),
          Map.entry("Blank", " \\t"),
          Map.entry("Cntrl", "\\u0000-\\u001f\\u007f"),
          Map.entry("XDigit", "0-9A-Fa-f"),
          Map.entry("Space", SPACES));

  private static final Set<String> CATEGORIES =
      Set.of(
          "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P",
          "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl",
          "Zp", "C", "Cc", "Cf", "Co", "Cn");

  private static final Map<String, String> BINARY =
      Map.of(
          "IsAlphabetic", "Alphabetic",
          "IsLowercase", "Lowercase",
          "IsUppercase", "Uppercase",
          "IsIdeographic", "Ideographic",
          "IsWhite_Space", "White_Space");

  private static final Set<String> SCRIPTS =
      Set.of(
          "Latin",
          "Greek",
          "Cyrillic",
          "Han",
          "Hiragana",
          "Katakana",
          "Hangul",
          "Arabic",
          "Hebrew",
          "Thai",
          "Devanagari",
          "Armenian",
          "Georgian");

  EcmaClass {
    items = List.copyOf(items);
    others = List.copyOf(others);
  }

  private static EcmaClass item(String text) {
    return new EcmaClass(List.of(text), List.of(), false);
  }

  private EcmaClass not() {
    return new EcmaClass(items, others, !negated);
  }

  /** One character, and its other case where case is ignored, as Java does within ASCII. */
  static EcmaClass of(int c, boolean ignoresCase) {
    return ignoresCase && isLetter(c)
        ? new EcmaClass(List.of(literal(c), literal(c ^ 0x20)), List.of(), false)
        : item(literal(c));
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static String literal(int c) {
    if ("^$\\.*+?()[]{}|/-".indexOf(c) >= 0) return "\\" + (char) c;
    if (c > 0xffff) return "\\u{%x}".formatted(c);
    return c == ' ' || (c > ' ' && c < 0x7f) || Character.isLetter(c)
        ? Character.toString(c)
        : "\\u%04x".formatted(c);
  }

  /** The set as an expression that matches one character. */
  String text() {
    if (others.isEmpty()) {
      return items.size() == 1 && !negated && isAlone(items.getFirst())
          ? items.getFirst().replace("\\-", "-")
          : brackets(negated ? "[^" : "[");
    }
    var all = new ArrayList<>(others);
    if (!items.isEmpty()) all.addFirst(brackets("["));
    var any = all.size() == 1 ? all.getFirst() : "(?:" + String.join("|", all) + ")";
    return negated ? "(?:(?!" + any + ")[\\s\\S])" : any;
  }

  /** Between brackets few characters need an escape. */
  private String brackets(String opening) {
    return items.stream()
        .map(each -> each.replaceAll("\\\\([$.*+?(){}|/])", "$1"))
        .collect(Collectors.joining("", opening, "]"));
  }

  /** Whether an item is one character or one escape, which needs no brackets. */
  private static boolean isAlone(String item) {
    return item.codePointCount(0, item.length()) == 1
        || item.matches("\\\\([^up]|u[0-9a-f]{4}|u\\{[0-9a-f]+\\}|[pP]\\{[^}]+\\})");
  }

  /** A class, behind its opening bracket. */
  static EcmaClass read(Scan in, boolean ignoresCase) throws NoTranslation {
    var negated = in.skips("^");
    var all = new ArrayList<EcmaClass>();
    all.add(union(in, ignoresCase));
    while (in.skips("&&")) all.add(union(in, ignoresCase));
    if (!in.skips("]")) throw new NoTranslation();
    return negated ? common(all).not() : common(all);
  }

  private static EcmaClass common(List<EcmaClass> all) {
    if (all.size() == 1) return all.getFirst();
    var text = new StringBuilder("(?:");
    all.subList(0, all.size() - 1).forEach(each -> text.append("(?=" + each.text() + ")"));
    text.append(all.getLast().text()).append(')');
    return new EcmaClass(List.of(), List.of(text.toString()), false);
  }

  private static EcmaClass union(Scan in, boolean ignoresCase) throws NoTranslation {
    var items = new ArrayList<String>();
    var others = new ArrayList<String>();
    while (!in.isAt("]") && !in.isAt("&&")) {
      var part = part(in, ignoresCase);
      if (part.negated() || !part.others().isEmpty()) {
        others.add(part.text());
      } else {
        items.addAll(part.items());
      }
    }
    if (items.isEmpty() && others.isEmpty()) throw new NoTranslation();
    return new EcmaClass(items, others, false);
  }

  private static EcmaClass part(Scan in, boolean ignoresCase) throws NoTranslation {
    if (in.skips("[")) return read(in, ignoresCase);
    var first = end(in);
    if (first.isEmpty() || !isRange(in)) {
      return first.isEmpty() ? escaped(in, ignoresCase) : of(first.getFirst(), ignoresCase);
    }
    in.next();
    var last = end(in);
    if (last.isEmpty()) throw new NoTranslation();
    return range(first.getFirst(), last.getFirst(), ignoresCase);
  }

  private static boolean isRange(Scan in) {
    return in.isAt("-") && !in.isAt("-]") && !in.isAt("-[") && !in.isAt("-&&");
  }

  /** A single character; none if an escape stands for several, which is still to be read. */
  private static List<Integer> end(Scan in) throws NoTranslation {
    if (!in.skips("\\")) return List.of(in.next());
    return EcmaEscape.character(in);
  }

  private static EcmaClass range(int first, int last, boolean ignoresCase) {
    var items = new ArrayList<String>();
    items.add(literal(first) + "-" + literal(last));
    if (ignoresCase) {
      fold(items, Math.max(first, 'a'), Math.min(last, 'z'));
      fold(items, Math.max(first, 'A'), Math.min(last, 'Z'));
    }
    return new EcmaClass(items, List.of(), false);
  }

  private static void fold(List<String> items, int first, int last) {
    if (first <= last) items.add(literal(first ^ 0x20) + "-" + literal(last ^ 0x20));
  }

  /** What an escape stands for, behind its backslash. */
  static EcmaClass escaped(Scan in, boolean ignoresCase) throws NoTranslation {
    var single = EcmaEscape.character(in);
    if (!single.isEmpty()) return of(single.getFirst(), ignoresCase);
    var letter = Character.toString(in.next());
    return switch (letter) {
      case "d", "D", "w", "W" -> item("\\" + letter);
      case "s" -> item(SPACES);
      case "S" -> item(SPACES).not();
      case "h" -> item(BLANKS);
      case "H" -> item(BLANKS).not();
      case "v" -> item(BREAKS);
      case "V" -> item(BREAKS).not();
      case "p" -> property(in, ignoresCase);
      case "P" -> property(in, ignoresCase).not();
      default -> throw new NoTranslation();
    };
  }

  private static EcmaClass property(Scan in, boolean ignoresCase) throws NoTranslation {
    var name = in.skips("{") ? in.before("}") : Character.toString(in.next());
    if (ignoresCase) throw new NoTranslation();
    if (POSIX.containsKey(name)) return item(POSIX.get(name));
    if (BINARY.containsKey(name)) return item("\\p{" + BINARY.get(name) + "}");
    var plain = name.replaceFirst("^(Is|general_category=|gc=|script=|sc=)", "");
    if (CATEGORIES.contains(plain)) return item("\\p{" + plain + "}");
    if (SCRIPTS.contains(plain)) return item("\\p{Script=" + plain + "}");
    throw new NoTranslation();
  }
}

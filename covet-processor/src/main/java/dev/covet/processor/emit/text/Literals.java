package dev.covet.processor.emit.text;

import java.util.Set;

/** Java literals of any text, and names made from names. */
public final class Literals {
  /**
   * Stands for a backquote of the user's until {@link SourceText} has resolved the names that are
   * in backquotes.
   */
  static final char BACKQUOTE = '\uE060';

  /** The words that are no names (JLS 3.9). */
  private static final Set<String> KEYWORDS =
      Set.of(
          ("abstract assert boolean break byte case catch char class const continue default do"
                  + " double else enum extends false final finally float for goto if implements"
                  + " import instanceof int interface long native new null package private"
                  + " protected public return short static strictfp super switch synchronized"
                  + " this throw throws transient true try void volatile while _")
              .split(" "));

  private Literals() {}

  /** Whether Java takes the word for itself, so that no variable can have it for a name. */
  public static boolean isKeyword(String word) {
    return KEYWORDS.contains(word);
  }

  /**
   * The text as a string literal with its quotes; what is not ASCII is escaped, so that no encoding
   * can change it.
   */
  public static String string(String text) {
    var literal = new StringBuilder("\"");
    text.chars().forEach(c -> append(literal, (char) c));
    return literal.append('"').toString();
  }

  /** The character as a literal with its quotes. */
  public static String character(char c) {
    if (c == '\'' || c == '"') return c == '"' ? "'\"'" : "'\\''";
    var literal = new StringBuilder("'");
    append(literal, c);
    return literal.append("'").toString();
  }

  private static void append(StringBuilder literal, char c) {
    switch (c) {
      case '"' -> literal.append("\\\"");
      case '\\' -> literal.append("\\\\");
      case '\n' -> literal.append("\\n");
      case '\r' -> literal.append("\\r");
      case '\t' -> literal.append("\\t");
      case '`' -> literal.append(BACKQUOTE);
      default -> {
        if (c >= ' ' && c < 0x7F) {
          literal.append(c);
        } else {
          literal.append("\\u%04x".formatted((int) c));
        }
      }
    }
  }

  /** The whole number as an {@code int} literal where it fits, else as a {@code long} literal. */
  public static String number(long value) {
    return value == (int) value ? Long.toString(value) : value + "L";
  }

  /**
   * Any Java name in upper snake case: {@code HeroWithTeam} becomes {@code HERO_WITH_TEAM}. It
   * stays a name, whatever it is made of.
   */
  public static String constant(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
        .toUpperCase(java.util.Locale.ROOT);
  }

  /** The name with its first letter in lower case. */
  public static String decapitalized(String name) {
    return name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
  }

  /** The name with its first letter in upper case. */
  public static String capitalized(String name) {
    return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
  }
}

package dev.covet.processor.emit.text;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives each variable of a file another name where it would hide what the file names. */
final class Variables {
  /**
   * A comment, a string, a character or a name in backquotes, which stay; or a word that stands
   * behind no dot (but of {@code this} or of the {@code values} in {@code all}), before no bracket
   * as a method, and before no other word as {@code record}.
   */
  private static final Pattern WORD =
      Pattern.compile(
          "(?s)/\\*.*?\\*/|//[^\n]*|\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])++'|`[^`]*`"
              + "|(?<![\\w$:@])(?<!(?<!\\b(?:this|all|values))\\.)(?<variable>[\\p{L}_$][\\w$]*+)(?!\\(|\\s+[\\w$`])",
          Pattern.UNICODE_CHARACTER_CLASS);

  private Variables() {}

  /**
   * The text with other variables.
   *
   * @param hidden what no variable is called: first parts of names of types and packages
   */
  static String besides(Set<String> hidden, String text) {
    return WORD.matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(renamed(match, hidden, text)));
  }

  private static String renamed(MatchResult match, Set<String> hidden, String text) {
    var name = match.group("variable");
    return name == null || !hidden.contains(name) ? match.group() : free(name, text);
  }

  /** The same each time, since the text is. */
  private static String free(String variable, String text) {
    var name = variable + "_";
    while (text.contains(name)) {
      name += "_";
    }
    return name;
  }
}

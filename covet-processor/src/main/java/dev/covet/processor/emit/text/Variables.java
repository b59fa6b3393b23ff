package dev.covet.processor.emit.text;

import java.util.List;
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

  /** Behind the dot of these a variable may stand. */
  private static final List<String> OWNERS = List.of("this", "all", "values");

  private Variables() {}

  /**
   * The text with other variables.
   *
   * @param hidden what no variable is called: first parts of names of types and packages
   */
  static String besides(Set<String> hidden, String text) {
    return hidden.stream().noneMatch(word -> mayStand(word, text))
        ? text
        : WORD.matcher(text)
            .replaceAll(match -> Matcher.quoteReplacement(renamed(match, hidden, text)));
  }

  /** Whether a word may be a variable's: that is rare, and found faster than by the pattern. */
  private static boolean mayStand(String word, String text) {
    for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      var end = at + word.length();
      if (mayBegin(text, at)
          && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayBegin(String text, int at) {
    var before = at == 0 ? ' ' : text.charAt(at - 1);
    return before == '.'
        ? OWNERS.stream().anyMatch(owner -> text.startsWith(owner, at - 1 - owner.length()))
        : !Character.isJavaIdentifierPart(before) && "`:@\"".indexOf(before) < 0;
  }

  private static String renamed(MatchResult match, Set<String> hidden, String text) {
    var name = match.group("variable");
    return name == null || !hidden.contains(name) ? match.group() : free(name, text);
  }

  /** The same each time, since the text is. */
  private static String free(String variable, String text) {
    var name = variable + "_";
    while (text.contains(name)) name += "_";
    return name;
  }
}

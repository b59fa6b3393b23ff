package dev.covet.repository;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command as a shell splits it into words: at blanks outside of quotes, with {@code $NAME}
 * replaced outside of single ones.
 */
final class Words {
  private static final Pattern PART =
      Pattern.compile("'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s'\"]+)|\\s+");

  private static final Pattern VARIABLE = Pattern.compile("\\$([A-Z_]+)");

  private Words() {}

  /** The words; a variable that is not set stays as it is written. */
  static List<String> of(String command, Map<String, String> variables) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    var isWord = false;
    for (var part : PART.matcher(command.strip() + " ").results().toList()) {
      if (part.group().isBlank()) {
        if (isWord) words.add(word.toString());
        word.setLength(0);
      } else {
        word.append(text(part, variables));
      }
      isWord = !part.group().isBlank();
    }
    return words;
  }

  private static String text(MatchResult part, Map<String, String> variables) {
    if (part.group(1) != null) return part.group(1);
    var text =
        part.group(2) == null ? part.group(3) : part.group(2).replaceAll("\\\\([\"\\\\$])", "$1");
    return VARIABLE
        .matcher(text)
        .replaceAll(found ->
            Matcher.quoteReplacement(variables.getOrDefault(found.group(1), found.group())));
  }
}

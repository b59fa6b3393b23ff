package dev.covet.tidy;

import java.util.List;
import java.util.regex.Pattern;

/** What a program prints or sends is plain present-day English, in the words of the glossary. */
final class PlainWords implements Rule {
  /** Words that stand in no string, and what is said instead. */
  private record Odd(Pattern words, String instead) {
    Odd(String words, String instead) {
      this(Pattern.compile(words), instead);
    }
  }

  private static final List<Odd> ODD =
      List.of(
          new Odd("(?i)(?<!\\bthere )\\b(is|are) no [a-z@]", "is not a ..."),
          new Odd("\\b(is|are|be|was) told\\b", "is reported"),
          new Odd("\\bbe a text\\b", "be a string"),
          new Odd("\\brefers to nothing\\b", "refers to a row that does not exist"),
          new Odd("\\bcannot apply to\\b", "does not apply to"),
          new Odd("\\brings?\\b", "middleware"),
          new Odd("\\bno JSON\\b", "not valid JSON"));

  @Override
  public List<String> findings(Source source) {
    return Literals.findings(
        source,
        text ->
            ODD.stream()
                .filter(odd -> odd.words().matcher(text).find())
                .map(odd -> "\"" + odd.instead() + "\""));
  }
}

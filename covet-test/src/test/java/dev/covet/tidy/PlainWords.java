package dev.covet.tidy;

import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
    var findings = new ArrayList<String>();
    if (source.isMain()) {
      new Strings(source, findings).scan(source.tree(), null);
    }
    return findings;
  }

  private static final class Strings extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Source source;
    private final List<String> findings;

    Strings(Source source, List<String> findings) {
      this.source = source;
      this.findings = findings;
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
      if (literal.getValue() instanceof String text) {
        ODD.stream()
            .filter(odd -> odd.words().matcher(text).find())
            .map(odd -> "\"" + text + "\": write \"" + odd.instead() + "\"")
            .forEach(finding -> findings.add(source.finding(literal, finding)));
      }
      return null;
    }
  }
}

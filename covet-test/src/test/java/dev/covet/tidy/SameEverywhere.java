package dev.covet.tidy;

import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is written is the same in every locale: {@code %d} and its like have the digits and the
 * point of the machine's own, which are no Java, and no port of a URL, in Arabic.
 */
final class SameEverywhere implements Rule {
  private static final Pattern LOCAL =
      Pattern.compile("%(?!ex\\b)(?:\\d+\\$)?[-#+ 0,(]*[\\d.]*[defgat](?!\\{)");

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
      if (literal.getValue() instanceof String text && LOCAL.matcher(text).find()) {
        findings.add(
            source.finding(literal, "\"" + text + "\": write %s, which no locale changes"));
      }
      return null;
    }
  }
}

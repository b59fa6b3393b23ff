package dev.covet.tidy;

import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at every string of a main source. */
final class Literals extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Source source;
  private final Function<String, Stream<String>> instead;
  private final List<String> findings = new ArrayList<>();

  private Literals(Source source, Function<String, Stream<String>> instead) {
    this.source = source;
    this.instead = instead;
  }

  /**
   * The findings on its strings.
   *
   * @param instead what to write instead of a string; nothing if it may stay
   */
  static List<String> findings(Source source, Function<String, Stream<String>> instead) {
    var literals = new Literals(source, instead);
    if (source.isMain()) literals.scan(source.tree(), null);
    return literals.findings;
  }

  @Override
  public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
    if (literal.getValue() instanceof String text) {
      instead
          .apply(text)
          .forEach(
              better -> findings.add(source.finding(literal, "\"" + text + "\": write " + better)));
    }
    return null;
  }
}

package dev.covet.processor.read.doc;

import dev.covet.processor.model.type.Doc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a Javadoc comment apart. What it says becomes CommonMark, which is what documents are
 * written in.
 */
public final class DocReader {
  private static final Pattern BLOCK = Pattern.compile("\\s*@[a-z].*");

  /** What stands before the simple name of a class. */
  private static final Pattern PACKAGE = Pattern.compile("\\A(?:[^\\s.]+\\.)+(?=\\S)");

  /** What ends in a point and ends no sentence. */
  private static final Set<String> ABBREVIATIONS =
      Set.of("e.g.", "i.e.", "cf.", "vs.", "approx.", "incl.", "resp.", "no.");

  private final UnaryOperator<String> clean;
  private final Map<String, String> params = new HashMap<>();
  private String returns = "";
  private String deprecated = "";

  private DocReader(UnaryOperator<String> clean) {
    this.clean = clean;
  }

  /** What a comment with HTML says; {@link Doc#NONE} where there is none. */
  public static Doc of(@Nullable String comment) {
    return comment == null ? Doc.NONE : new DocReader(HtmlText::toMarkdown).read(blocks(comment));
  }

  /** What a comment of lines with three slashes says, which is Markdown (JEP 467). */
  public static Doc ofMarkdown(String comment) {
    return new DocReader(MarkdownText::clean).read(blocks(comment));
  }

  /** The text, then each block with its tag; what is code may hold anything. */
  private static List<String> blocks(String comment) {
    var blocks = new ArrayList<StringBuilder>(List.of(new StringBuilder()));
    var code = new CodeLines();
    for (var line : comment.lines().toList()) {
      if (code.isOutside() && BLOCK.matcher(line).matches()) {
        blocks.add(new StringBuilder(line.strip().substring(1)));
      } else {
        blocks.getLast().append(blocks.getLast().isEmpty() ? "" : "\n").append(line);
      }
      code.pass(line);
    }
    return blocks.stream().map(StringBuilder::toString).toList();
  }

  private Doc read(List<String> blocks) {
    blocks.stream().skip(1).forEach(this::block);
    var text = clean.apply(blocks.getFirst());
    return new Doc(firstSentence(text), text, params, returns, deprecated);
  }

  private void block(String block) {
    var words = block.split("\\s+", 2);
    var rest = words.length < 2 ? "" : words[1];
    switch (words[0]) {
      case "param" -> named(rest, "");
      case "throws", "exception" -> named(PACKAGE.matcher(rest).replaceFirst(""), "throws ");
      case "return" -> returns = clean.apply(rest);
      case "deprecated" -> deprecated = clean.apply(rest);
      default -> {}
    }
  }

  private void named(String rest, String prefix) {
    var words = rest.split("\\s+", 2);
    params.put(prefix + words[0], words.length < 2 ? "" : clean.apply(words[1]));
  }

  /** A sentence ends where a capital or nothing follows, at the latest with its paragraph. */
  private static String firstSentence(String text) {
    var inCode = false;
    for (int i = 0; i < text.length(); i++) {
      inCode ^= text.charAt(i) == '`';
      if (text.startsWith("\n", i)) return text.substring(0, i);
      if (!inCode && isEnd(text, i)) return text.substring(0, i + 1);
    }
    return text;
  }

  private static boolean isEnd(String text, int at) {
    if (".!?".indexOf(text.charAt(at)) < 0 || !followedBySpace(text, at)) return false;
    var word = text.substring(text.lastIndexOf(' ', at) + 1, at + 1);
    var bare = word.startsWith("(") ? word.substring(1) : word;
    var goesOn = at + 2 < text.length() && Character.isLowerCase(text.charAt(at + 2));
    return !goesOn && !ABBREVIATIONS.contains(bare);
  }

  private static boolean followedBySpace(String text, int at) {
    return at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
  }

  /** Follows a comment line by line, to know whether one is inside of code. Not thread-safe. */
  private static final class CodeLines {
    private int braces;
    private boolean fenced;
    private boolean preformatted;

    boolean isOutside() {
      return braces == 0 && !fenced && !preformatted;
    }

    void pass(String line) {
      fenced ^= line.strip().startsWith("```");
      preformatted = (preformatted || line.contains("<pre>")) && !line.contains("</pre>");
      for (int i = 0; i < line.length(); i++) {
        if (line.startsWith("{@", i) || (braces > 0 && line.charAt(i) == '{')) {
          braces++;
        } else if (braces > 0 && line.charAt(i) == '}') {
          braces--;
        }
      }
    }
  }
}

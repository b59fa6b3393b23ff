package dev.covet.processor.read;

import dev.covet.processor.model.Doc;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a Javadoc comment apart and its markup away. */
final class DocReader {
  private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(?=[a-z])");
  private static final Pattern VERBATIM = Pattern.compile("\\{@(?:code|literal)\\s+([^{}]*)}");
  private static final Pattern INLINE =
      Pattern.compile("\\{@(?!code\\b|literal\\b)\\w+\\s+([^{}]*)}");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s");

  private final Map<String, String> params = new HashMap<>();
  private String returns = "";
  private String deprecated = "";

  private DocReader() {}

  /** What the comment says; {@link Doc#NONE} where there is none. */
  static Doc of(@Nullable String comment) {
    if (comment == null) {
      return Doc.NONE;
    }
    return new DocReader().read(BLOCK.split(comment, -1));
  }

  private Doc read(String[] blocks) {
    for (var i = 1; i < blocks.length; i++) {
      block(blocks[i]);
    }
    var text = clean(blocks[0]);
    return new Doc(SENTENCE_END.split(text, 2)[0], text, params, returns, deprecated);
  }

  private void block(String block) {
    var words = block.split("\\s+", 2);
    var rest = words.length < 2 ? "" : words[1];
    switch (words[0]) {
      case "param" -> named(rest, "");
      case "throws", "exception" -> named(rest, "throws ");
      case "return" -> returns = clean(rest);
      case "deprecated" -> deprecated = clean(rest);
      default -> {}
    }
  }

  private void named(String rest, String prefix) {
    var words = rest.split("\\s+", 2);
    params.put(prefix + words[0], words.length < 2 ? "" : clean(words[1]));
  }

  /** Code stays as it is: {@code List<String>} has no markup. */
  private static String clean(String text) {
    var marked = INLINE.matcher(text).replaceAll("$1");
    var plain = new StringBuilder();
    var verbatim = VERBATIM.matcher(marked);
    var at = 0;
    while (verbatim.find()) {
      plain.append(withoutMarkup(marked.substring(at, verbatim.start()))).append(verbatim.group(1));
      at = verbatim.end();
    }
    plain.append(withoutMarkup(marked.substring(at)));
    return plain.toString().replaceAll("\\s+", " ").strip();
  }

  private static String withoutMarkup(String text) {
    return TAG.matcher(text)
        .replaceAll("")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}

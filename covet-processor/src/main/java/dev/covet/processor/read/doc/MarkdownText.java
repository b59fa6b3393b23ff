package dev.covet.processor.read.doc;

import java.util.regex.Pattern;

/**
 * Takes from a Markdown comment what is Javadoc's own: inline tags, and references in brackets.
 * What is code stays as it is. Not thread-safe.
 */
final class MarkdownText {
  /** A line that goes on no paragraph: of a list, a table, a quotation, a heading, a rule. */
  private static final Pattern OWN_LINE =
      Pattern.compile(
          "\\s*(?:[-*+](?:\\s.*)?|[>|].*|#{1,6}(?:\\s.*)?|\\d+[.)]\\s.*|=+|-+|(?:[-*_]\\s*){3,}|```.*)?");

  /** One on which no line goes on. */
  private static final Pattern ENDS =
      Pattern.compile("\\s*(?:#{1,6}(?:\\s.*)?|\\|.*|=+|-+|(?:[-*_]\\s*){3,}|```.*)?");

  /** What a line of code begins with. */
  private static final String CODE = "    ";

  private static final Pattern REFERENCE =
      Pattern.compile("\\[([^\\[\\]`]+)](?:\\[([^\\[\\]]+)])?(?!\\()");

  /** A class, a member: not the box of a task, not a word in brackets. */
  private static final Pattern NAME =
      Pattern.compile("(?U)(?:[\\w$]+\\.)*\\p{Lu}[\\w$]*(?:#.+)?|#[\\w$]+(?:\\(.*\\))?");

  private final String text;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private MarkdownText(String text) {
    this.text = text;
  }

  /** The text with the lines of each paragraph joined. */
  static String clean(String comment) {
    return joined(new MarkdownText(comment.strip()).read()).stripTrailing();
  }

  private String read() {
    while (at < text.length()) step();
    return out.toString();
  }

  private void step() {
    if (text.charAt(at) == '`') {
      code();
    } else if (InlineTag.isAt(text, at)) {
      var tag = InlineTag.at(text, at);
      out.append(tag.markdown());
      at = tag.end();
    } else if (text.charAt(at) == '[') {
      reference();
    } else {
      out.append(text.charAt(at++));
    }
  }

  /** A span or a block of code, to the fence that is as long as the first. */
  private void code() {
    int end = at;
    while (end < text.length() && text.charAt(end) == '`') end++;
    var fence = text.substring(at, end);
    var close = text.indexOf(fence, end);
    var behind = close < 0 ? end : close + fence.length();
    out.append(text, at, behind);
    at = behind;
  }

  private void reference() {
    var found = REFERENCE.matcher(text).region(at, text.length()).useTransparentBounds(true);
    if (!found.lookingAt()) {
      out.append(text.charAt(at++));
      return;
    }
    var target = found.group(2) == null ? found.group(1) : found.group(2);
    if (!NAME.matcher(target).matches()) {
      out.append(found.group());
    } else if (found.group(2) == null) {
      out.append(InlineTag.code(InlineTag.reference(target)));
    } else {
      out.append(found.group(1));
    }
    at = found.end();
  }

  private static String joined(String text) {
    var joined = new StringBuilder();
    var goesOn = false;
    var fenced = false;
    for (var line : text.lines().toList()) {
      var isCode = fenced || (!goesOn && line.startsWith(CODE));
      var own = isCode || OWN_LINE.matcher(line).matches();
      joined.append(goesOn && !own ? " " : joined.isEmpty() ? "" : "\n");
      joined.append(goesOn && !own ? line.strip() : line.stripTrailing());
      fenced ^= line.strip().startsWith("```");
      goesOn = !fenced && !isCode && !ENDS.matcher(line).matches();
    }
    return joined.toString();
  }
}

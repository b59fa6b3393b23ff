package dev.covet.processor.read.doc;

import java.util.regex.Pattern;

/**
 * An inline tag of a comment: {@code {@link Hero#name its name}}.
 *
 * @param name without the at sign
 * @param content what follows the name
 * @param end position behind its closing brace
 */
record InlineTag(String name, String content, int end) {
  private static final Pattern TAG = Pattern.compile("<(?=[A-Za-z/!?])");

  /** What stands before the code of a snippet: attributes, and a colon at the end of the line. */
  private static final Pattern SNIPPET = Pattern.compile("\\A(?:\\s*[\\w-]+=\\S+)*\\s*:[ \\t]*\\n");

  private static final Pattern MARKUP = Pattern.compile("(?m)[ \\t]*//[ \\t]*@\\w+.*$");

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** Whether a tag begins here and ends. */
  static boolean isAt(String text, int at) {
    return text.startsWith("{@", at) && close(text, at) > 0;
  }

  /** The tag that begins here. */
  static InlineTag at(String text, int at) {
    var close = close(text, at);
    var inside = text.substring(at + 2, close);
    int end = 0;
    while (end < inside.length() && !Character.isWhitespace(inside.charAt(end))) end++;
    return new InlineTag(inside.substring(0, end), inside.substring(end), close + 1);
  }

  /** The brace that closes the one here; -1 if none does. */
  private static int close(String text, int at) {
    int depth = 0;
    for (int i = at; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) return i;
    }
    return -1;
  }

  /** What it says, where code stands in back-quotes. */
  String markdown() {
    return switch (name) {
      case "code" -> code(SPACE.matcher(content).replaceAll(" ").strip());
      case "literal" -> literal(content.strip());
      case "link", "linkplain" -> link();
      case "return" -> "Returns " + content.strip() + ".";
      case "snippet" -> block(snippet());
      case "value" -> code(reference(content.strip()));
      case "inheritDoc", "docRoot", "index" -> "";
      default -> content.strip();
    };
  }

  /** The code behind the colon, without what marks parts of it; none where a file has it. */
  private String snippet() {
    var colon = SNIPPET.matcher(content);
    return colon.find() ? MARKUP.matcher(content.substring(colon.end())).replaceAll("") : "";
  }

  /** Whether its content is a text with markup of its own. */
  boolean isText() {
    return switch (name) {
      case "code", "literal", "value", "inheritDoc", "docRoot", "index", "snippet" -> false;
      case "link", "linkplain" -> label().length() > 0;
      default -> true;
    };
  }

  /** The text of a link that says one, else its content. */
  String inner() {
    return name.startsWith("link") ? label() : name.equals("return") ? markdown() : content;
  }

  private String link() {
    return label().isEmpty() ? code(reference(target())) : label();
  }

  /** What is linked to; arguments of a method or a type may have spaces between them. */
  private String target() {
    return content.substring(0, targetEnd()).strip();
  }

  private String label() {
    return content.substring(targetEnd()).strip();
  }

  private int targetEnd() {
    int depth = 0;
    int start = content.length() - content.stripLeading().length();
    for (int i = start; i < content.length(); i++) {
      depth += "(<".indexOf(content.charAt(i)) >= 0 ? 1 : 0;
      depth -= ")>".indexOf(content.charAt(i)) >= 0 ? 1 : 0;
      if (depth == 0 && Character.isWhitespace(content.charAt(i))) return i;
    }
    return content.length();
  }

  /** A reference as people write it: {@code Hero.name}. */
  static String reference(String target) {
    return (target.startsWith("#") ? target.substring(1) : target).replace('#', '.');
  }

  /** Lines as a block of code of Markdown; nothing where there are none. */
  static String block(String lines) {
    var code = lines.stripTrailing().stripIndent().strip();
    return code.isEmpty() ? "" : "\n\n```\n" + code + "\n```\n\n";
  }

  /** Text in which nothing begins a tag of HTML, which Markdown would take it for. */
  static String literal(String text) {
    return TAG.matcher(text).replaceAll("\\\\<");
  }

  /** Text as code of Markdown (CommonMark, 6.1): the fence is longer than what is inside. */
  static String code(String text) {
    if (text.isEmpty()) return "";
    var fence = "`";
    while (text.contains(fence)) fence += "`";
    return fence.length() == 1 ? fence + text + fence : fence + " " + text + " " + fence;
  }
}

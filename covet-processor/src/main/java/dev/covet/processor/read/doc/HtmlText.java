package dev.covet.processor.read.doc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns the HTML and the inline tags of a Javadoc comment into Markdown. Not thread-safe. */
final class HtmlText {
  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>");
  private static final Pattern HREF = Pattern.compile("href=\"(https?://[^\"]*)\"");
  private static final Pattern ENTITY = Pattern.compile("&(#?[a-zA-Z0-9]+);");
  private static final Map<String, String> ENTITIES =
      Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "nbsp", " ");

  private final String html;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Boolean> lists = new ArrayDeque<>();
  private String href = "";
  private int at;

  private HtmlText(String html) {
    this.html = html;
  }

  /** The text as Markdown: a line for each paragraph and for each item of a list. */
  static String toMarkdown(String html) {
    return new HtmlText(html).read();
  }

  private String read() {
    while (at < html.length()) step();
    return out.toString().strip();
  }

  private void step() {
    var c = html.charAt(at);
    if (c == '{' && InlineTag.isAt(html, at)) {
      inline(InlineTag.at(html, at));
    } else if (c == '<' && isTag()) {
      tag();
    } else if (c == '&') {
      entity();
    } else {
      at++;
      plain(c);
    }
  }

  private void inline(InlineTag tag) {
    at = tag.end();
    if (tag.name().equals("snippet")) {
      block(tag.markdown());
    } else {
      out.append(tag.isText() ? toMarkdown(tag.inner()) : tag.markdown());
    }
  }

  private boolean isTag() {
    return TAG.matcher(html).region(at, html.length()).lookingAt();
  }

  private void tag() {
    var tag = TAG.matcher(html).region(at, html.length());
    if (!tag.lookingAt()) return;
    at = tag.end();
    var closes = !tag.group(1).isEmpty();
    var name = tag.group(2).toLowerCase(Locale.ROOT);
    switch (name) {
      case "p", "div", "table", "tr", "dl", "dt", "blockquote", "hr" -> paragraph();
      case "h1", "h2", "h3", "h4", "h5", "h6" -> paragraph();
      case "br", "dd" -> line();
      case "td", "th" -> plain(' ');
      case "b", "strong" -> out.append("**");
      case "i", "em" -> out.append("*");
      case "code", "tt", "kbd" -> code(name, closes);
      case "pre" -> preformatted(closes);
      case "ul", "ol" -> list(name.equals("ol"), closes);
      case "li" -> item(closes);
      case "a" -> link(closes, tag.group(3));
      default -> {}
    }
  }

  private void code(String name, boolean closes) {
    var end = html.indexOf("</" + name + ">", at);
    if (closes || end < 0) return;
    out.append(InlineTag.code(raw(html.substring(at, end)).replaceAll("\\s+", " ").strip()));
    at = end + name.length() + 3;
  }

  /** A block of code, as it is. */
  private void preformatted(boolean closes) {
    var end = html.indexOf("</pre>", at);
    if (closes || end < 0) return;
    block(InlineTag.block(raw(html.substring(at, end))));
    at = end + "</pre>".length();
  }

  private void block(String code) {
    paragraph();
    out.append(code.stripLeading());
  }

  /** Code without the markup that stands around it or escapes what is in it. */
  private static String raw(String code) {
    var text = code.strip();
    if (InlineTag.isAt(text, 0) && InlineTag.at(text, 0).end() == text.length()) {
      return InlineTag.at(text, 0).content();
    }
    return ENTITY
        .matcher(TAG.matcher(code).replaceAll(""))
        .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(decoded(match.group(1))));
  }

  private void list(boolean ordered, boolean closes) {
    if (closes) {
      lists.poll();
      if (lists.isEmpty()) paragraph();
      return;
    }
    if (lists.isEmpty()) paragraph();
    lists.push(ordered);
  }

  private void item(boolean closes) {
    if (!closes) {
      line();
      out.append("  ".repeat(Math.max(0, lists.size() - 1)));
      out.append(Boolean.TRUE.equals(lists.peek()) ? "1. " : "- ");
    }
  }

  private void link(boolean closes, String attributes) {
    if (closes) {
      out.append(href.isEmpty() ? "" : "](" + href + ")");
      href = "";
      return;
    }
    var found = HREF.matcher(attributes);
    href = found.find() ? found.group(1) : "";
    out.append(href.isEmpty() ? "" : "[");
  }

  private void entity() {
    var entity = ENTITY.matcher(html).region(at, html.length());
    if (!entity.lookingAt()) {
      at++;
      plain('&');
      return;
    }
    at = entity.end();
    var text = decoded(entity.group(1));
    var shown = text + html.substring(at, Math.min(at + 1, html.length()));
    out.append(InlineTag.literal(shown).equals(shown) ? "" : "\\");
    text.chars().forEach(c -> plain((char) c));
  }

  private static String decoded(String entity) {
    if (!entity.startsWith("#")) return ENTITIES.getOrDefault(entity, "&" + entity + ";");
    try {
      return Character.toString(
          entity.startsWith("#x")
              ? Integer.parseInt(entity.substring(2), 16)
              : Integer.parseInt(entity.substring(1)));
    } catch (IllegalArgumentException e) {
      return "&" + entity + ";";
    }
  }

  /** Spaces and line breaks are one space, and none where a line begins. */
  private void plain(char c) {
    if (!Character.isWhitespace(c)) {
      out.append(c);
    } else if (!out.isEmpty() && !Character.isWhitespace(out.charAt(out.length() - 1))) {
      out.append(' ');
    }
  }

  private void line() {
    trim();
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') out.append('\n');
  }

  /** Inside of a list a paragraph is no more than a space. */
  private void paragraph() {
    if (!lists.isEmpty()) {
      plain(' ');
      return;
    }
    line();
    if (!out.isEmpty() && !out.toString().endsWith("\n\n")) out.append('\n');
  }

  private void trim() {
    while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') out.setLength(out.length() - 1);
  }
}

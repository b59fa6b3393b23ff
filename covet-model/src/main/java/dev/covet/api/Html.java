package dev.covet.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page or a part of one; what is put into it as a value is escaped.
 *
 * @param text the markup
 */
public record Html(String text) {
  /** Markup as it is, for instance from a template engine; nothing is escaped. */
  public static Html raw(String text) {
    return new Html(text);
  }

  /**
   * A template with each {@code {}} replaced by the next value, escaped for text and quoted
   * attributes; one that is {@code Html} itself stays as it is, and so does each of a list. Null is
   * nothing.
   *
   * @throws IllegalArgumentException if there are more or fewer values than places
   */
  public static Html of(String template, @Nullable Object... values) {
    var out = new StringBuilder(template.length() + 16 * values.length);
    var from = 0;
    for (var value : values) {
      var place = template.indexOf("{}", from);
      if (place < 0) throw unequal(template, values.length);
      out.append(template, from, place);
      append(out, value);
      from = place + 2;
    }
    if (template.indexOf("{}", from) >= 0) throw unequal(template, values.length);
    return new Html(out.append(template, from, template.length()).toString());
  }

  private static void append(StringBuilder out, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Html(var markup) -> out.append(markup);
      case List<?> all when all.stream().allMatch(Html.class::isInstance) ->
          all.forEach(out::append);
      default -> escape(out, String.valueOf(value));
    }
  }

  private static void escape(StringBuilder out, String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }

  private static IllegalArgumentException unequal(String template, int values) {
    return new IllegalArgumentException(
        "The template needs one value for each {}, but got " + values + ": " + template);
  }

  @Override
  public String toString() {
    return text;
  }
}

package dev.covet.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The message of a constraint with what the annotation says in the place of names in braces ({@code
 * at most {max}}), as Jakarta Validation has it; a backslash before a brace, a dollar or a
 * backslash takes its meaning away. What is filled in is not looked at again.
 */
public final class MessageText {
  private static final String SPECIAL = "{}$\\";

  private final String template;
  private final Map<String, ?> says;
  private final StringBuilder text = new StringBuilder();
  private String unknown = "";

  private MessageText(String template, Map<String, ?> says) {
    this.template = template;
    this.says = says;
    for (int at = 0; at < template.length(); ) at = next(at);
  }

  /** The text that clients read; what nothing fills in stays as it is written. */
  public static String filled(String template, Map<String, ?> says) {
    return new MessageText(template, says).text.toString();
  }

  /** The template of a text, all of which means itself. */
  public static String escaped(String text) {
    var template = new StringBuilder(text.length());
    text.chars()
        .forEach(c -> {
          if (SPECIAL.indexOf(c) >= 0) template.append('\\');
          template.append((char) c);
        });
    return template.toString();
  }

  /** The first placeholder that nothing fills in. */
  public static Optional<String> unknown(String template, Map<String, ?> says) {
    return Optional.of(new MessageText(template, says).unknown).filter(each -> !each.isEmpty());
  }

  /** Goes over what begins at a position; gives the position after it. */
  private int next(int at) {
    var isEscape = at + 1 < template.length() && SPECIAL.indexOf(template.charAt(at + 1)) >= 0;
    if (template.charAt(at) == '\\' && isEscape) {
      text.append(template.charAt(at + 1));
      return at + 2;
    }
    if (template.startsWith("${", at)) return unfilled(at, at + 2);
    return template.charAt(at) == '{' ? placeholder(at) : literally(at);
  }

  private int literally(int at) {
    text.append(template.charAt(at));
    return at + 1;
  }

  private int placeholder(int at) {
    var end = template.indexOf('}', at);
    var value = end < 0 ? null : says.get(template.substring(at + 1, end));
    if (value == null) return unfilled(at, at + 1);
    text.append(shown(value));
    return end + 1;
  }

  private int unfilled(int at, int inside) {
    var end = template.indexOf('}', inside);
    var placeholder = template.substring(at, end < 0 ? template.length() : end + 1);
    unknown = unknown.isEmpty() ? placeholder : unknown;
    text.append(placeholder);
    return at + placeholder.length();
  }

  /** A value as messages show it. */
  public static String shown(Object value) {
    return value instanceof List<?> several
        ? several.stream().map(Object::toString).collect(Collectors.joining(", "))
        : value.toString();
  }
}

package dev.covet.web.docs;

import dev.covet.api.Invalid;
import dev.covet.api.JsonValue;
import dev.covet.base.codec.Codecs;
import dev.covet.base.json.Json;
import dev.covet.base.json.MalformedJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tree of maps, lists, texts, numbers and booleans as JSON (RFC 8259), as a document is
 * made of them.
 */
final class JsonText {
  private static final Json JSON = new Json();

  private final StringBuilder out = new StringBuilder();
  private final boolean inLines;
  private int depth;

  private JsonText(boolean inLines) {
    this.inLines = inLines;
  }

  /**
   * A JSON text as a value, as generated code has it for defaults; in the document it is written as
   * all others are.
   *
   * @throws IllegalArgumentException if it is not valid JSON
   */
  static JsonValue ready(String json) {
    try {
      return JSON.read(json.getBytes(StandardCharsets.UTF_8), Codecs.VALUE);
    } catch (MalformedJson | Invalid e) {
      throw new IllegalArgumentException("the value " + json + " is not valid JSON", e);
    }
  }

  /**
   * The tree as JSON.
   *
   * @throws IllegalArgumentException if something else is in it
   */
  static String of(Map<String, Object> tree) {
    var text = new JsonText(false);
    text.write(tree);
    return text.out.toString();
  }

  /** A value as JSON. */
  static String of(JsonValue value) {
    return new String(JSON.write(Codecs.VALUE, value), StandardCharsets.UTF_8);
  }

  /** As {@link #of(Map)}, with a line for each member and element, and one break at the end. */
  static String lines(Map<String, Object> tree) {
    var text = new JsonText(true);
    text.write(tree);
    return text.out.append('\n').toString();
  }

  private void write(@Nullable Object value) {
    switch (value) {
      case null -> out.append("null");
      case Map<?, ?> map -> object(map);
      case List<?> list -> array(list);
      case String text -> text(text);
      case JsonValue json -> out.append(of(json));
      case BigDecimal number ->
          out.append(new String(JSON.write(Codecs.DECIMAL, number), StandardCharsets.UTF_8));
      case Integer number -> out.append(number.intValue());
      case Long number -> out.append(number.longValue());
      case Boolean bool -> out.append(bool.booleanValue());
      default ->
          throw new IllegalArgumentException(
              "a document holds maps, lists, strings, numbers and booleans, not "
                  + value.getClass());
    }
  }

  private void object(Map<?, ?> map) {
    open('{');
    var first = true;
    for (var entry : map.entrySet()) {
      next(first);
      first = false;
      text(String.valueOf(entry.getKey()));
      out.append(inLines ? ": " : ":");
      write(entry.getValue());
    }
    close('}', map.isEmpty());
  }

  private void array(List<?> list) {
    open('[');
    var first = true;
    for (var element : list) {
      next(first);
      first = false;
      write(element);
    }
    close(']', list.isEmpty());
  }

  private void open(char bracket) {
    out.append(bracket);
    depth++;
  }

  private void next(boolean isFirst) {
    if (!isFirst) out.append(',');
    line();
  }

  private void close(char bracket, boolean isEmpty) {
    depth--;
    if (!isEmpty) line();
    out.append(bracket);
  }

  private void line() {
    if (inLines) out.append('\n').append("  ".repeat(depth));
  }

  /** Also escapes lone surrogates, which UTF-8 has no bytes for. */
  private void text(String text) {
    out.append('"');
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        default -> out.append(c < 0x20 || isLone(text, i) ? String.format("\\u%04x", (int) c) : c);
      }
    }
    out.append('"');
  }

  private static boolean isLone(String text, int at) {
    var c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}

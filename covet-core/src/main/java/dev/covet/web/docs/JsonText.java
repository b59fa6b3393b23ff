package dev.covet.web.docs;

import dev.covet.api.Invalid;
import dev.covet.api.JsonValue;
import dev.covet.base.json.Codecs;
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

  private JsonText() {}

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
      throw new IllegalArgumentException("the default " + json + " is not valid JSON", e);
    }
  }

  /**
   * The tree as JSON.
   *
   * @throws IllegalArgumentException if something else is in it
   */
  static String of(Map<String, Object> tree) {
    var text = new JsonText();
    text.write(tree);
    return text.out.toString();
  }

  private void write(@Nullable Object value) {
    switch (value) {
      case null -> out.append("null");
      case Map<?, ?> map -> object(map);
      case List<?> list -> array(list);
      case String text -> text(text);
      case JsonValue json ->
          out.append(new String(JSON.write(Codecs.VALUE, json), StandardCharsets.UTF_8));
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
    var separator = '{';
    for (var entry : map.entrySet()) {
      out.append(separator);
      separator = ',';
      text(String.valueOf(entry.getKey()));
      out.append(':');
      write(entry.getValue());
    }
    out.append(map.isEmpty() ? "{}" : "}");
  }

  private void array(List<?> list) {
    var separator = '[';
    for (var element : list) {
      out.append(separator);
      separator = ',';
      write(element);
    }
    out.append(list.isEmpty() ? "[]" : "]");
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

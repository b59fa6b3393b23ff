package dev.covet.cli.document;

import dev.covet.api.JsonValue;
import dev.covet.base.codec.Codecs;
import dev.covet.base.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads parts of a JSON value, whatever it is: what is missing, or something else, is empty. */
public final class Tree {
  /** Most characters of a value that are shown. */
  private static final int SHOWN_MAX = 60;

  private static final Json JSON = new Json();

  private Tree() {}

  public static Map<String, JsonValue> members(@Nullable JsonValue value) {
    return value instanceof JsonValue.Members(var members) ? members : Map.of();
  }

  public static List<JsonValue> items(@Nullable JsonValue value) {
    return value instanceof JsonValue.Items(var items) ? items : List.of();
  }

  public static String text(@Nullable JsonValue value) {
    return value instanceof JsonValue.Text(var text) ? text : "";
  }

  public static boolean isTrue(@Nullable JsonValue value) {
    return value instanceof JsonValue.Bool(var bool) && bool;
  }

  public static boolean isFalse(@Nullable JsonValue value) {
    return value instanceof JsonValue.Bool(var bool) && !bool;
  }

  /** The texts of an array. */
  public static List<String> texts(@Nullable JsonValue value) {
    return items(value).stream()
        .flatMap(each -> each instanceof JsonValue.Text(var text) ? Stream.of(text) : Stream.of())
        .toList();
  }

  /** A value as JSON, cut where it is long. */
  public static String shown(@Nullable JsonValue value) {
    if (value == null) return "none";
    var json = new String(JSON.write(Codecs.VALUE, value), StandardCharsets.UTF_8);
    return json.length() <= SHOWN_MAX ? json : json.substring(0, SHOWN_MAX) + "...";
  }

  public static String shown(List<JsonValue> values) {
    return values.stream().map(Tree::shown).collect(Collectors.joining(", "));
  }
}

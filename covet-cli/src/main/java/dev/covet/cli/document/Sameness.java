package dev.covet.cli.document;

import dev.covet.api.JsonValue;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether two parts of two documents say the same: with references followed, and without what is
 * there for people alone. Goes through circles once.
 */
public final class Sameness {
  /** Where no reference leads to anything. */
  private static final ApiDocument NOWHERE = new ApiDocument(Map.of());

  private final ApiDocument before;
  private final ApiDocument after;
  private final Predicate<String> texts;
  private final ArrayDeque<JsonValue[]> open = new ArrayDeque<>();
  private final PairSet seen = new PairSet();

  private Sameness(ApiDocument before, ApiDocument after, Predicate<String> texts) {
    this.before = before;
    this.after = after;
    this.texts = texts;
  }

  public static boolean of(
      ApiDocument before, @Nullable JsonValue one, ApiDocument after, @Nullable JsonValue other) {
    if (one == null || other == null) return one == null && other == null;
    return new Sameness(before, after, ApiDocument::isText).are(one, other);
  }

  /** Whether two schemas of one document say the same, word for word. */
  static boolean ofSchemas(JsonValue one, JsonValue other) {
    return of(NOWHERE, one, NOWHERE, other);
  }

  /**
   * Whether two values are one, whatever their fields are called: numbers are, however they are
   * written.
   */
  public static boolean ofValues(JsonValue one, JsonValue other) {
    return new Sameness(NOWHERE, NOWHERE, _ -> false).are(one, other);
  }

  private boolean are(JsonValue one, JsonValue other) {
    open.add(new JsonValue[] {one, other});
    while (!open.isEmpty()) {
      var pair = open.removeFirst();
      if (seen.add(pair[0], pair[1]) && !match(before.target(pair[0]), after.target(pair[1]))) {
        return false;
      }
    }
    return true;
  }

  private boolean match(JsonValue one, JsonValue other) {
    return switch (one) {
      case JsonValue.Members(var members) ->
          other instanceof JsonValue.Members(var others) && match(members, others);
      case JsonValue.Items(var items) ->
          other instanceof JsonValue.Items(var others)
              && items.size() == others.size()
              && later(items.iterator(), others.iterator());
      case JsonValue.Decimal(var number) ->
          other instanceof JsonValue.Decimal(var second) && number.compareTo(second) == 0;
      case JsonValue.Text _, JsonValue.Bool _, JsonValue.Null _ -> one.equals(other);
    };
  }

  private boolean later(Iterator<JsonValue> ones, Iterator<JsonValue> others) {
    while (ones.hasNext()) open.add(new JsonValue[] {ones.next(), others.next()});
    return true;
  }

  private boolean match(Map<String, JsonValue> ones, Map<String, JsonValue> others) {
    var names = new HashSet<>(ones.keySet());
    names.addAll(others.keySet());
    for (var name : names) {
      var one = ones.get(name);
      var other = others.get(name);
      if (isText(name, one) && isText(name, other)) continue;
      if (one == null || other == null) return false;
      open.add(new JsonValue[] {one, other});
    }
    return true;
  }

  /** Also a field may be called so, and is an object then. */
  private boolean isText(String name, @Nullable JsonValue value) {
    return texts.test(name) && !(value instanceof JsonValue.Members);
  }
}

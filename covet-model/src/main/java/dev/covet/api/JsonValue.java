package dev.covet.api;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Any JSON value (RFC 8259), as an immutable tree. Numbers are exact. */
public sealed interface JsonValue {
  /** The literal {@code null}. */
  JsonValue NULL = new Null();

  /** The literal {@code null}. */
  record Null() implements JsonValue {}

  /** {@code true} or {@code false}. */
  record Bool(boolean value) implements JsonValue {}

  /** A number, with all its digits. */
  record Decimal(BigDecimal value) implements JsonValue {}

  /** A string. */
  record Text(String value) implements JsonValue {}

  /** An array. */
  record Items(List<JsonValue> values) implements JsonValue {
    /** Keeps a copy of the list. */
    public Items {
      values = List.copyOf(values);
    }
  }

  /** An object; its members keep their order. */
  record Members(Map<String, JsonValue> values) implements JsonValue {
    /** Keeps a copy of the map, in its order. */
    public Members {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }
}

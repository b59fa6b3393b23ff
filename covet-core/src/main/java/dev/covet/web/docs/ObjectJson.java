package dev.covet.web.docs;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Objects of a document, with their members in the order in which they were put. */
final class ObjectJson {
  private ObjectJson() {}

  /** An object with one member, to which more can be put. */
  static Map<String, Object> of(String name, Object value) {
    var json = new LinkedHashMap<String, Object>();
    json.put(name, value);
    return json;
  }

  /** Puts a member, unless its value is empty or false. */
  static void putIfAny(Map<String, Object> json, String name, Object value) {
    var isNone =
        switch (value) {
          case String text -> text.isEmpty();
          case Collection<?> items -> items.isEmpty();
          case Map<?, ?> members -> members.isEmpty();
          default -> value.equals(false);
        };
    if (!isNone) json.put(name, value);
  }
}

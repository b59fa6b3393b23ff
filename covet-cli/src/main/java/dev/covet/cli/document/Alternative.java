package dev.covet.cli.document;

import dev.covet.api.JsonValue;
import java.util.Map;
import java.util.Set;

/**
 * One of the shapes that a schema leaves open.
 *
 * @param name of its component; empty if it has none
 * @param tag by which a discriminator knows it; empty if there is none
 * @param type the one type of JSON that it has; empty if it may be any
 * @param words what else is said of it, as one schema without references
 */
public record Alternative(String name, String tag, String type, Map<String, JsonValue> words) {
  private static final Set<String> VOWELS = Set.of("integer", "object", "array");

  /** Whether neither a type nor a list of values says which types it has. */
  boolean isOfAnyType() {
    return type.isEmpty() && !words.containsKey("enum") && !words.containsKey("const");
  }

  public boolean isInteger() {
    return type.equals("integer");
  }

  /** What to call it among others: {@code "dog"}, {@code Dog}, {@code a string}. */
  public String shown() {
    if (!tag.isEmpty()) return "\"" + tag + "\"";
    return name.isEmpty() ? typeShown() : name;
  }

  /** Its type with an article. */
  public String typeShown() {
    if (type.isEmpty()) return "any JSON value";
    return (VOWELS.contains(type) ? "an " : "a ") + type;
  }

  /** Whether it has the other's type, or that but for fractions. */
  public boolean isKinTo(Alternative other) {
    return type.equals(other.type)
        || type.isEmpty()
        || other.type.isEmpty()
        || (isNumber() && other.isNumber());
  }

  public boolean isNumber() {
    return isInteger() || type.equals("number");
  }
}

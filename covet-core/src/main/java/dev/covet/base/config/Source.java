package dev.covet.base.config;

import java.util.HashMap;
import java.util.Map;

/**
 * One place where settings come from.
 *
 * @param name as messages and the listing call it: {@code environment}
 * @param values by setting name in capitals: {@code MAIL_URL}
 */
public record Source(String name, Map<String, String> values) {
  /** Copies the values. One that was made from a file often ends with its last line's end. */
  public Source {
    var copy = new HashMap<>(values);
    copy.replaceAll((_, value) -> withoutEnd(withoutEnd(value, '\n'), '\r'));
    values = Map.copyOf(copy);
  }

  private static String withoutEnd(String value, char end) {
    var last = value.length() - 1;
    return last >= 0 && value.charAt(last) == end ? value.substring(0, last) : value;
  }

  /** The environment of this process. */
  public static Source environment() {
    return new Source("environment", System.getenv());
  }

  /** What the app sets itself, which everything from outside overrides. */
  public static Source code(Map<String, String> values) {
    return new Source("code", values);
  }
}

package dev.covet.base.config;

import java.util.HashMap;
import java.util.List;
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

  /**
   * What the app sets itself, which everything from outside overrides.
   *
   * @param values by setting name in capitals, or as that of a record's component: {@code mailUrl}
   * @throws StartFailure if one has both
   */
  public static Source code(Map<String, String> values) {
    var named = new HashMap<String, String>();
    values.forEach((name, value) -> {
      var capitals = Config.capitals(name);
      if (named.put(capitals, value) == null) return;
      throw new StartFailure(List.of(capitals + " is set in code by two names. Leave one out."));
    });
    return new Source("code", named);
  }
}

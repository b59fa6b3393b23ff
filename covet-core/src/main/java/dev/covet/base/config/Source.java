package dev.covet.base.config;

import java.util.Map;

/**
 * One place where settings come from.
 *
 * @param name as messages and the listing call it: {@code environment}
 * @param values by setting name in capitals: {@code MAIL_URL}
 */
public record Source(String name, Map<String, String> values) {
  /** Copies the values. */
  public Source {
    values = Map.copyOf(values);
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

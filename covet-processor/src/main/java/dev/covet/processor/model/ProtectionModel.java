package dev.covet.processor.model;

import java.util.List;

/**
 * What annotations such as {@code @RateLimit} and {@code @Retry} ask for around a route, or around
 * a method of a service or of a client.
 *
 * @param rules each once, but for limits of rates; those of a method before those of its class
 * @param available whether there is what keeps them: covet-resilience
 */
public record ProtectionModel(List<Rule> rules, boolean available) {
  /** Nothing asked for. */
  public static final ProtectionModel NONE = new ProtectionModel(List.of(), true);

  /** Copies the list. */
  public ProtectionModel {
    rules = List.copyOf(rules);
  }

  /**
   * What one annotation asks for.
   *
   * @param annotation its simple name
   * @param name what shares it: {@code Auth.login}, or {@code Auth} of a whole class
   * @param values of its members, in the order in which they are declared
   */
  public record Rule(String annotation, String name, List<Integer> values, Where where) {
    /** Copies the list. */
    public Rule {
      values = List.copyOf(values);
    }
  }

  /** Whether an annotation asks for something. */
  public boolean has(String annotation) {
    return rules.stream().anyMatch(each -> each.annotation().equals(annotation));
  }

  /** Whether there is something to be generated for it. */
  public boolean isWritten() {
    return available && !rules.isEmpty();
  }
}

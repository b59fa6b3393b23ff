package dev.covet.processor.model.service;

import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.Where;
import java.util.List;
import java.util.Optional;

/**
 * What annotations such as {@code @RateLimit} and {@code @Retry} ask for around a route, or around
 * a method of a service or of a client.
 *
 * @param rules each once, but for limits of rates; those of a method before those of its class
 */
public record ProtectionModel(List<Rule> rules) {
  /** The table in which answers are kept that are given again. */
  public static final TypeName STORED_ANSWER =
      new TypeName("dev.covet.idempotency", "StoredAnswer");

  /** Nothing asked for. */
  public static final ProtectionModel NONE = new ProtectionModel(List.of());

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
   * @param available whether there is what keeps it
   */
  public record Rule(
      String annotation, String name, List<Integer> values, boolean available, Where where) {
    /** Copies the list. */
    public Rule {
      values = List.copyOf(values);
    }
  }

  /** Whether an annotation asks for something. */
  public boolean has(String annotation) {
    return rules.stream().anyMatch(each -> each.annotation().equals(annotation));
  }

  /** The rules for which there is something to be generated. */
  public List<Rule> written() {
    return rules.stream().filter(Rule::available).toList();
  }

  /** Whether there is something to be generated for it. */
  public boolean isWritten() {
    return !written().isEmpty();
  }

  /** The rule by which answers are kept, to be given again, if there is one. */
  public Optional<Rule> idempotent() {
    return written().stream().filter(each -> each.annotation().equals("Idempotent")).findFirst();
  }
}

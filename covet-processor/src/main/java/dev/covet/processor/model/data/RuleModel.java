package dev.covet.processor.model.data;

import dev.covet.processor.model.type.Where;
import dev.covet.schema.MessageText;
import java.util.Map;
import java.util.Optional;

/**
 * A method with {@code @AssertTrue} or {@code @AssertFalse}: a rule over several components.
 *
 * @param annotation the simple name of the annotation: {@code AssertTrue}
 * @param javaName name of the method, without parameters
 * @param code what a problem is called: the name in snake case
 * @param message what the annotation says
 * @param grouped whether it holds for groups alone, of which Covet validates none
 */
public record RuleModel(
    String annotation, String javaName, String code, String message, boolean grouped, Where where) {
  /** The first placeholder of its message: a rule has nothing that would fill it in. */
  public Optional<String> unfilled() {
    return MessageText.unknown(message, Map.of());
  }

  /** What a client is told. */
  public String told() {
    return MessageText.filled(message, Map.of());
  }

  /** Whether the method says true of what is right. */
  public boolean holds() {
    return annotation.equals("AssertTrue");
  }

  /** What documents say of it: JSON Schema has no words for a rule. */
  public String described() {
    var text = told().endsWith(".") ? told().substring(0, told().length() - 1) : told();
    return "`%s`: %s.".formatted(code, text);
  }
}

package dev.covet.processor.model;

/**
 * A method with {@code @AssertTrue}: a rule over several components.
 *
 * @param javaName name of the method, without parameters
 * @param code what a problem is called: the name in snake case
 * @param message what the annotation says
 * @param grouped whether it holds for groups alone, of which Covet validates none
 */
public record RuleModel(
    String javaName, String code, String message, boolean grouped, Where where) {
  /** What documents say of it: JSON Schema has no words for a rule. */
  public String described() {
    var text = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    return "`%s`: %s.".formatted(code, text);
  }
}

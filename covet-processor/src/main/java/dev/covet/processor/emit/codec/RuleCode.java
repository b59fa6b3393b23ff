package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.model.data.RuleModel;

/** Writes the call that checks a rule over several components. */
public final class RuleCode {
  private RuleCode() {}

  /**
   * The statement.
   *
   * @param place expression of the place of problems
   * @param variable the record
   */
  public static String check(RuleModel rule, String place, String variable) {
    return "`dev.covet.base.problem.Constraints`.%s(%s, %s.%s(), %s, %s);"
        .formatted(
            rule.holds() ? "assertTrue" : "assertFalse",
            place,
            variable,
            rule.javaName(),
            Literals.string(rule.code()),
            Literals.string(rule.told()));
  }
}

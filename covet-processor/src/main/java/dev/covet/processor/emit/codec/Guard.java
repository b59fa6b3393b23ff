package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.type.ValueModel;
import java.util.List;

/** Writes what must hold of a value before the rest of it is checked. */
final class Guard {
  private static final String CONSTRAINTS = "`dev.covet.base.problem.Constraints`";

  private Guard() {}

  /** The call that tells a blank text; none where blank texts are allowed. */
  static List<String> notBlank(ValueModel value, String place, String variable) {
    return value.notBlank().stream()
        .map(constraint ->
            "%s.notBlank(%s, %s)"
                .formatted(
                    CONSTRAINTS,
                    CheckCode.place(constraint, place),
                    CheckCode.subject(value.type(), variable)))
        .toList();
  }

  /** The call that tells null. */
  static String notNull(String place, String variable) {
    return "%s.notNull(%s, %s)".formatted(CONSTRAINTS, place, variable);
  }

  /** The statements under conditions that tell by themselves why they do not hold. */
  static String around(List<String> conditions, String statements) {
    if (conditions.isEmpty()) return statements;
    if (statements.isEmpty()) {
      return around(conditions.subList(0, conditions.size() - 1), conditions.getLast() + ";");
    }
    return Template.fill("if (%s) {\n  %s\n}", String.join(" && ", conditions), statements);
  }
}

package dev.covet.processor.emit.bind;

import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Names;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Input;
import dev.covet.processor.model.type.TypeModel;

/**
 * A variable that holds what was found for an input.
 *
 * @param at the variable of the value's place
 */
public record Variable(Input input, String name, String at) {

  /** Its type as it is declared. */
  public String type() {
    var type = input.value().type();
    return input.value().nullable() ? JavaCode.nullable(type) : JavaCode.type(type);
  }

  /** The expression that fills it from one that reads the value. */
  public String value(String read, CompilationModel model) {
    if (isOptional()) {
      return "%s.isGiven() ? `java.util.Optional`.%s(%s) : `java.util.Optional`.empty()"
          .formatted(at, TextCode.mayLack(input.inner().type()) ? "ofNullable" : "of", read);
    }
    return isAlways(model) ? read : at + ".isGiven() ? " + read + " : null";
  }

  /**
   * The statements that check it, if it is there and of its type; empty where nothing limits it.
   */
  public String checks(Constants constants, Names names, CompilationModel model) {
    var checked = isOptional() ? names.fresh(name + "Value") : name;
    var checks = constants.checks().statements(input.inner(), at, checked);
    if (checks.isEmpty()) return checks;
    if (isOptional()) {
      return Template.fill(
          "if (%2$s.isPresent() && %1$s.valid()) {\n  var %3$s = %2$s.get();\n  %4$s\n}",
          at, name, checked, checks);
    }
    var guard = isAlways(model) ? "" : name + " != null && ";
    return Template.fill("if (%s%s.valid()) {\n  %s\n}", guard, at, checks);
  }

  private boolean isOptional() {
    return input.value().type() instanceof TypeModel.OptionalOf;
  }

  private boolean isAlways(CompilationModel model) {
    return input.required() || input.defaultText(model).isPresent();
  }
}

package dev.covet.processor.emit.services;

import dev.covet.processor.emit.text.Names;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ThrownModel;
import dev.covet.processor.model.type.ValueSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the function that wires something whose parameters are all services: {@code wiring ->
 * ...}.
 */
public record MakingCode(Services services) {
  private static final List<String> TAKEN = List.of("wiring", "scope", "e");

  /**
   * The function.
   *
   * @param call what is called with the services: {@code new Roster}, {@code Wiring.mailer}
   */
  public String function(String call, List<ParameterModel> parameters, List<ThrownModel> thrown) {
    var names = new Names(TAKEN);
    var slots = new ArrayList<String>();
    for (var each : parameters) {
      if (each.source() != ValueSource.QUALIFIER) slots.add(slot(each, names.of(each.name())));
    }
    var arguments = Template.list(parameters, each -> argument(each, names.of(each.name())));
    var made = call + "(" + arguments + ")";
    var scope = slots.isEmpty() ? "_" : "scope";
    var body = ThrowsCode.around("return " + made + ";", thrown);
    var maker =
        body.lines().count() == 1
            ? "(%s, _) -> %s".formatted(scope, made)
            : "(%s, _) -> {\n%s\n}".formatted(scope, body.indent(2).stripTrailing());
    return slots.isEmpty()
        ? "_ -> " + maker
        : Template.fill(
            "wiring -> {\n  %s\n  %s\n}", Template.lines(slots), "return " + maker + ";");
  }

  /** The name of the variable that has the qualifier by which a provider is asked. */
  public static String name(ParameterModel qualifier) {
    return new Names(TAKEN).of(qualifier.name());
  }

  /** What is given for a parameter: the qualifier itself, or a service. */
  static String argument(ParameterModel parameter, String name) {
    return parameter.source() == ValueSource.QUALIFIER ? name : name + ".get(scope)";
  }

  /** Arguments, the last of which is a function, below each other where that has several lines. */
  public static String arguments(String first, String function) {
    return function.contains("\n")
        ? "\n    " + first + ",\n    " + function.replace("\n", "\n    ")
        : first + ", " + function;
  }

  /** The declaration of a variable that holds a slot. */
  public String slot(ParameterModel parameter, String name) {
    return Services.declared(parameter, name) + " = " + services.slot(parameter) + ";";
  }
}

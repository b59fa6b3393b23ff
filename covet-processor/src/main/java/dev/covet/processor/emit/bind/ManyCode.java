package dev.covet.processor.emit.bind;

import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.Names;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.ConstraintModel;
import dev.covet.processor.model.Input;
import dev.covet.processor.model.TypeModel;
import dev.covet.processor.model.ValueModel;
import java.util.List;
import java.util.stream.Stream;

/** Writes how several values of a request are found: as a list or a set. */
final class ManyCode {
  private final Constants constants;
  private final Names names;
  private final TextCode texts;

  ManyCode(Constants constants, Names names) {
    this.constants = constants;
    this.names = names;
    this.texts = new TextCode(constants);
  }

  /** Statements, and the expression of what they find. */
  record Found(String statements, String value) {}

  /** All values of one name. */
  Found of(Input input, ValueModel element) {
    var name = names.fresh(input.name());
    var whole = input.inner();
    var place =
        "problems.at(%s, %s)"
            .formatted(Literals.string(input.source().word()), Literals.string(input.wireName()));
    var statements =
        checked(
            whole, place, name, collected(name, whole.type(), TextCode.all(input, element)), input);
    return new Found(statements, said(input, all(whole.type(), name), copy(whole.type(), name)));
  }

  /** The statements that collect the values, those that are wrong included. */
  private String collected(String name, TypeModel whole, String found) {
    var element = whole.several().orElseThrow();
    var at = names.fresh(name + "At");
    var each = names.fresh("each");
    return Template.fill(
        """
        var %1$s = new %9$s<%2$s>();
        for (var %3$s : %4$s) {
          %5$s %6$s = %3$s.%7$s;
          %8$s
          %10$s
        }
        """,
        name,
        JavaCode.reference(ValueModel.of(element.type())),
        at,
        found,
        JavaCode.type(element.type()),
        each,
        texts.as(element),
        whenValid(at, constants.checks().statements(element, at, each)),
        whole.isSet() ? "`dev.covet.base.json.UniqueValues`" : "`java.util.ArrayList`",
        whole.isSet()
            ? whenValid(at, "%s.add(%s, %s);".formatted(name, at, told(element, each)))
            : "%s.add(%s);".formatted(name, each));
  }

  /** A value, and what tells it from others where that is not the value itself. */
  private static String told(ValueModel element, String each) {
    return element.type() instanceof TypeModel.ValueClass(var _, var _, var component)
        ? "%1$s, %1$s.%2$s()".formatted(each, component)
        : each;
  }

  private static String whenValid(String at, String statements) {
    return when(at + ".valid()", statements);
  }

  private static String when(String condition, String statements) {
    return statements.isEmpty()
        ? ""
        : Template.fill("if (%s) {\n  %s\n}", condition, statements);
  }

  /**
   * Statements that collect values, and those that check them as a whole: constraints of the
   * program's own see only values, so they wait until each of them is one.
   */
  private String checked(
      ValueModel whole, String place, String name, String collected, Input input) {
    var all = all(whole.type(), name);
    var parts = whole.constraints().stream().flatMap(ConstraintModel::checks).toList();
    var known = checks(whole, parts.stream().filter(ManyCode::isKnown), place, all);
    var own = checks(whole, parts.stream().filter(each -> !isKnown(each)), place, all);
    var before = own.isEmpty() ? "" : names.fresh(name + "Before");
    var checks =
        Template.lines(
            List.of(
                known,
                own.isEmpty() ? "" : when("problems.count() == " + before, own)));
    return Template.lines(
        List.of(
            own.isEmpty() ? "" : "int " + before + " = problems.count();",
            collected,
            mayLack(input) ? when("!" + all + ".isEmpty()", checks) : checks));
  }

  private static boolean isKnown(ConstraintModel constraint) {
    return constraint instanceof ConstraintModel.Known;
  }

  private String checks(
      ValueModel whole, Stream<ConstraintModel> constraints, String place, String all) {
    var value = new ValueModel(whole.type(), false, constraints.toList());
    return constants.checks().statements(value, place, all);
  }

  private static boolean mayLack(Input input) {
    return input.value().nullable() || input.value().type() instanceof TypeModel.OptionalOf;
  }

  /** The expression of all that was collected. */
  private static String all(TypeModel whole, String name) {
    return whole.isSet() ? name + ".values()" : name;
  }

  /** The expression that nobody can change; what is no value is null until it is thrown away. */
  private static String copy(TypeModel whole, String name) {
    if (whole.isSet()) {
      return all(whole, name);
    }
    return whole.several().filter(each -> TextCode.mayLack(each.type())).isPresent()
        ? "`java.util.Collections`.unmodifiableList(" + name + ")"
        : "`java.util.List`.copyOf(" + name + ")";
  }

  private static String said(Input input, String all, String copy) {
    if (input.value().type() instanceof TypeModel.OptionalOf) {
      return "%1$s.isEmpty() ? `java.util.Optional`.empty() : `java.util.Optional`.of(%2$s)"
          .formatted(all, copy);
    }
    return input.value().nullable() ? "%s.isEmpty() ? null : %s".formatted(all, copy) : copy;
  }
}

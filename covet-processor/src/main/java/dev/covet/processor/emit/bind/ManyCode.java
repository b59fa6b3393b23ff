package dev.covet.processor.emit.bind;

import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.Names;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.Input;
import dev.covet.processor.model.type.ConstraintModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.ValueModel;
import java.util.List;
import java.util.stream.Stream;

/** Writes how several values of a request are found: as a list, a set, an array or a map. */
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

  /**
   * Several values in a variable.
   *
   * @param name what the variable is called
   * @param statements what collects them
   * @param isEmpty the expression that tells whether there are none
   * @param checked the expression of what is checked
   * @param given the expression of what nobody can change
   */
  private record Several(
      String name, String statements, String isEmpty, String checked, String given) {}

  /** All values of one name. */
  Found of(Input input, ValueModel element) {
    var place =
        "problems.at(%s, %s)"
            .formatted(Literals.string(input.source().word()), Literals.string(input.wireName()));
    var name = names.fresh(input.name());
    var several = several(name, input.inner().type(), TextCode.all(input, element));
    var statements = checked(several, input.inner(), place, mayLack(input));
    return new Found(statements, given(input, several));
  }

  /**
   * Each value whose name is none of those that are read otherwise, by its name.
   *
   * @param known the expression of those names
   */
  Found map(Input input, String known) {
    var name = names.fresh(input.name());
    var map = (TypeModel.MapOf) input.inner().type();
    var several =
        new Several(
            name,
            collected(name, map, TextCode.others(input.source(), known)),
            name + ".isEmpty()",
            name,
            "`java.util.Collections`.unmodifiableSequencedMap(" + name + ")");
    var place = "problems.at(%s)".formatted(Literals.string(input.source().word()));
    return new Found(checked(several, input.inner(), place, mayLack(input)), given(input, several));
  }

  private String collected(String name, TypeModel.MapOf map, String found) {
    var all = names.fresh(name + "All");
    var value = map.value();
    return Template.fill(
        """
        var %1$s = new `java.util.LinkedHashMap`<`String`, %2$s>();
        for (var %3$s : %4$s) {
          %5$s
          %6$s
        }
        """,
        name,
        JavaCode.reference(ValueModel.of(value.type())),
        all,
        found,
        constants.checks().statements(map.key(), all + ".at()", all + ".name()"),
        value.type().several().isPresent() ? putAll(name, all, value) : putOne(name, all, value));
  }

  /** What nobody has filled in is not there. */
  private String putOne(String name, String all, ValueModel value) {
    var at = names.fresh(name + "At");
    var each = names.fresh("each");
    return Template.fill(
        """
        var %1$s = %2$s.single()%3$s;
        if (%1$s.isGiven()) {
          %4$s %5$s = %1$s.%6$s;
          %7$s
          %8$s.put(%2$s.name(), %5$s);
        }
        """,
        at,
        all,
        TextCode.filled(value),
        JavaCode.type(value.type()),
        each,
        texts.as(value),
        whenValid(at, constants.checks().statements(value, at, each)),
        name);
  }

  private String putAll(String name, String all, ValueModel value) {
    var each = names.fresh(name + "Each");
    var element = value.type().several().orElseThrow();
    var several = several(each, value.type(), all + TextCode.filled(element));
    var put = "%s.put(%s.name(), %s);".formatted(name, all, several.given());
    return Template.lines(
        List.of(checked(several, value, all + ".at()", true), when("!" + several.isEmpty(), put)));
  }

  private static boolean mayLack(Input input) {
    return input.value().nullable() || input.value().type() instanceof TypeModel.OptionalOf;
  }

  private static String given(Input input, Several several) {
    if (!mayLack(input)) return several.given();
    return input.value().type() instanceof TypeModel.OptionalOf
        ? "%s ? `java.util.Optional`.empty() : `java.util.Optional`.of(%s)"
            .formatted(several.isEmpty(), several.given())
        : "%s ? null : %s".formatted(several.isEmpty(), several.given());
  }

  private Several several(String name, TypeModel whole, String found) {
    var collected = collected(name, whole, found);
    if (whole.isSet()) {
      var values = name + ".values()";
      return new Several(name, collected, values + ".isEmpty()", values, values);
    }
    if (whole.isArray()) {
      var array = names.fresh(name + "Array");
      var made = "var %s = %s;".formatted(array, array(whole, name));
      return new Several(name, collected + "\n" + made, name + ".isEmpty()", array, array);
    }
    return new Several(name, collected, name + ".isEmpty()", name, list(whole, name));
  }

  private static String array(TypeModel whole, String name) {
    var element = whole.several().orElseThrow().type();
    return element instanceof TypeModel.Scalar(var kind, var _) && JavaCode.primitive(element)
        ? "%s.stream().mapTo%s(%s::%sValue).toArray()"
            .formatted(name, kind.word(), JavaCode.reference(ValueModel.of(element)), kind.plain())
        : "%s.toArray(%s[]::new)".formatted(name, JavaCode.type(element));
  }

  /** What is no value is null until it is thrown away. */
  private static String list(TypeModel whole, String name) {
    return whole.several().filter(each -> TextCode.mayLack(each.type())).isPresent()
        ? "`java.util.Collections`.unmodifiableList(" + name + ")"
        : "`java.util.List`.copyOf(" + name + ")";
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
        whole.isSet() ? "`dev.covet.base.codec.UniqueValues`" : "`java.util.ArrayList`",
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
    return statements.isEmpty() ? "" : Template.fill("if (%s) {\n  %s\n}", condition, statements);
  }

  /**
   * Statements that collect values, and those that check them as a whole: constraints of the
   * program's own see only values, so they wait until each of them is one.
   */
  private String checked(Several several, ValueModel whole, String place, boolean mayLack) {
    var parts = whole.constraints().stream().flatMap(ConstraintModel::checks).toList();
    var own = checks(several, whole, parts.stream().filter(each -> !isKnown(each)), place);
    var known = checks(several, whole, parts.stream().filter(ManyCode::isKnown), place);
    var before = own.isEmpty() ? "" : names.fresh(several.name() + "Before");
    var checks = Template.lines(List.of(known, when("problems.count() == " + before, own)));
    return Template.lines(
        List.of(
            own.isEmpty() ? "" : "int " + before + " = problems.count();",
            several.statements(),
            mayLack ? when("!" + several.isEmpty(), checks) : checks));
  }

  private static boolean isKnown(ConstraintModel constraint) {
    return constraint instanceof ConstraintModel.Known;
  }

  private String checks(
      Several several, ValueModel whole, Stream<ConstraintModel> constraints, String place) {
    var limited = new ValueModel(whole.type(), false, constraints.toList());
    return constants.checks().statements(limited, place, several.checked());
  }
}

package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.type.ValueModel;
import java.util.ArrayList;
import java.util.List;

/** Writes the {@code Shape} of a record: how it comes apart and together. */
final class ShapeCode {
  private final CodecParts parts;
  private final List<ComponentModel> components;

  /** For one codec. */
  ShapeCode(CodecParts parts) {
    this.parts = parts;
    this.components = parts.record().components();
  }

  /** The name of the nested class. */
  String name() {
    return JavaCode.own(parts.record().name().simple() + "Shape");
  }

  /** The constant {@code SHAPE}. */
  String constant() {
    return Template.fill(
        """
        /** How %s comes apart and together. */
        public static final `dev.covet.api.Changes.Shape`<%s> `=SHAPE` = new %s();
        """,
        "{@link " + JavaCode.declared(parts.record().name()) + "}", parts.type(), name());
  }

  /** The nested class. */
  String nested() {
    return Template.fill(
        """
        private static final class %1$s implements `dev.covet.api.Changes.Shape`<%2$s> {
          private static final `java.util.List`<`String`> `=NAMES` =
              `java.util.List`.of(%3$s);

          @`Override`
          public `java.util.List`<`String`> names() {
            return NAMES;
          }

          %4$s

          %5$s

          @`Override`
          public `java.util.List`<`dev.covet.api.Problem`> check(%2$s %6$s) {
            var problems = new `dev.covet.base.problem.Problems`();
            STORED.check(problems.at("body"), %6$s);
            return problems.list();
          }
        }
        """,
        name(),
        parts.type(),
        Template.list(components, component -> Literals.string(component.jsonName())),
        splits() ? wideValues() : values(),
        splits() ? wideMake() : make(),
        parts.variable());
  }

  private boolean splits() {
    return components.size() > CodecParts.GROUP && !parts.flattens();
  }

  private String values() {
    return Template.fill(
        """
        @`Override`
        public `Object`[] values(%s %s) {
          return %s;
        }
        """,
        parts.type(), parts.variable(), array());
  }

  private String array() {
    var values =
        Template.wrapped(
            components.stream().map(each -> parts.variable() + "." + each.name() + "()").toList());
    return values.contains("\n")
        ? "new `Object`[] {\n" + values.indent(4) + "  }"
        : "new `Object`[] {" + values + "}";
  }

  private String wideValues() {
    var groups = parts.groups(parts.fields());
    var methods = new ArrayList<String>();
    methods.add(
        Template.fill(
            """
            @`Override`
            public `Object`[] values(%1$s %2$s) {
              var all = new `Object`[%3$s];
              %4$s
              return all;
            }
            """,
            parts.type(),
            parts.variable(),
            components.size(),
            calls("values%s(all, " + parts.variable() + ");", groups.size())));
    for (int i = 0; i < groups.size(); i++) {
      methods.add(
          Template.fill(
              "private static void values%s(`Object`[] all, %s %s) {\n  %s\n}",
              i,
              parts.type(),
              parts.variable(),
              Template.lines(
                  groups.get(i),
                  each ->
                      "all[%s] = %s;"
                          .formatted(each.position(), each.slot().read(parts.variable())))));
    }
    return Template.paragraphs(methods);
  }

  private static String calls(String call, int count) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < count; i++) lines.add(call.formatted(i));
    return Template.lines(lines);
  }

  private String make() {
    var arguments = new ArrayList<String>();
    for (var component : components) {
      arguments.add(cast(component.value(), "values[" + arguments.size() + "]"));
    }
    return Template.fill(
        """
        %s
        @`Override`
        public %s make(`Object`[] values) {
          return new %s(%s);
        }
        """,
        unchecked(components.stream().map(ComponentModel::value).toList()),
        parts.type(),
        parts.type(),
        String.join(", ", arguments));
  }

  private String wideMake() {
    var groups = parts.groups(parts.fields());
    var methods = new ArrayList<String>();
    methods.add(
        Template.fill(
            """
            @`Override`
            public %s make(`Object`[] values) {
              var all = new `~Values`();
              %s
              return all.make();
            }
            """,
            parts.type(), calls("set%s(all, values);", groups.size())));
    for (int i = 0; i < groups.size(); i++) {
      methods.add(
          Template.fill(
              "%s\nprivate static void set%s(`~Values` all, `Object`[] values) {\n  %s\n}",
              unchecked(groups.get(i).stream().map(CodecField::value).toList()),
              i,
              Template.lines(groups.get(i), ShapeCode::set)));
    }
    return Template.paragraphs(methods);
  }

  private static String set(CodecField field) {
    return "all.%s = %s;"
        .formatted(field.variable(), cast(field.value(), "values[" + field.position() + "]"));
  }

  private static String cast(ValueModel value, String expression) {
    return "(%s) %s".formatted(JavaCode.reference(ValueModel.of(value.type())), expression);
  }

  /** What a method says that casts to a type with arguments. */
  static String unchecked(List<ValueModel> values) {
    var generic = values.stream().anyMatch(value -> value.type().isGeneric());
    return generic
        ? "@`SuppressWarnings`(\"unchecked\") // values are of the components' types"
        : "";
  }
}

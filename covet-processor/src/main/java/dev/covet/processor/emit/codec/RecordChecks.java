package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the methods of a codec that check: a whole record, and components for a constructor. */
record RecordChecks(CodecParts parts, ElementCode elements, CheckCode checks) {
  private static final String PLACE = "`dev.covet.base.problem.Place`";

  /** The methods. */
  String methods() {
    var methods = new ArrayList<String>();
    methods.add(whole());
    groups(methods);
    methods.add(given());
    givenGroups(methods);
    parts.fields().forEach(field -> methods.add(one(field)));
    methods.addAll(elements.methods());
    methods.add(rules());
    return Template.paragraphs(methods);
  }

  private String whole() {
    var ruled = parts.ruled();
    return Template.fill(
        """
        @`Override`
        public void check(%1$s at, %2$s %3$s) {
          %4$s
          %5$s
          %6$s
        }
        """,
        PLACE,
        parts.type(),
        parts.variable(),
        ruled ? "int before = at.problemCount();" : "",
        parts.wide() ? calls() : statements(parts.fields()),
        ruled
            ? "if (at.problemCount() == before) {\n  checkRules(at, %s);\n}"
                .formatted(parts.variable())
            : "");
  }

  private String statements(List<CodecField> fields) {
    return Template.lines(
        fields.stream().map(field -> held(field, field.slot().read(parts.variable()))).toList());
  }

  private String calls() {
    var lines = new ArrayList<String>();
    for (int i = 0; i < parts.groups(parts.fields()).size(); i++) {
      lines.add("check%s(at, %s);".formatted(i, parts.variable()));
    }
    return Template.lines(lines);
  }

  private void groups(List<String> methods) {
    var groups = parts.groups(parts.fields());
    for (int i = 0; parts.wide() && i < groups.size(); i++) {
      methods.add(
          Template.fill(
              "private static void check%s(%s at, %s %s) {\n  %s\n}",
              i, PLACE, parts.type(), parts.variable(), statements(groups.get(i))));
    }
  }

  /** The statements that check a field's value, which may be of any kind. */
  private String held(CodecField field, String value) {
    if (field.isChange()) {
      return ""; // checked while it is read, and with the record that it changes
    }
    var place = "at.field(" + Literals.string(field.component().jsonName()) + ")";
    var own = hasMethod(field) ? "check%s(%s, %s);".formatted(field.word(), place, value) : "";
    if (own.isEmpty() && !field.primitive() && !field.nullable()) {
      own = Guard.notNull(place, value) + ";";
    }
    return Template.lines(List.of(own, elementsHeld(field, place, value)));
  }

  private String elementsHeld(CodecField field, String place, String value) {
    if (field.type().parts().isEmpty() || !(field.hasCheckedElements() || field.holdsRecord())) {
      return "";
    }
    return "`dev.covet.base.codec.%s(%s, %s, %s);"
        .formatted(
            field.type() instanceof TypeModel.ListOf ? "Codecs`.checkAll" : "HeldCodecs`.checkHeld",
            place,
            elements.of(field, ValueCode.STORED),
            value);
  }

  /** A record is checked by its own codec while it is read, but not while it is only held. */
  private static boolean hasMethod(CodecField field) {
    return !field.isChange()
        && (field.isChecked()
            || record(field.type()).isPresent()
            || field.type() instanceof TypeModel.ValueClass);
  }

  private String given() {
    return Template.fill(
        """
        /**
         * Checks what a constructor was given; what clients do not send is not checked.
         *
         * @throws dev.covet.api.Invalid with every problem
         */
        public static void check(%1$s) {
          %2$s
        }
        """,
        parameters(parts.record().components()), givenStatements());
  }

  private static String parameters(List<ComponentModel> components) {
    return Template.list(
        components,
        component -> JavaCode.type(component.value().type()) + " " + variable(component));
  }

  /** A component's name as a parameter, apart from the two variables of the method. */
  private static String variable(ComponentModel component) {
    var name = component.name();
    return name.equals("at") || name.equals("problems") ? name + "_" : name;
  }

  private String givenStatements() {
    var statements =
        parts.wide()
            ? givenCalls()
            : Template.lines(sent(parts.fields()).stream().map(this::givenStatement).toList());
    if (statements.isEmpty()) return "// nothing limits them";
    return Template.fill(
        """
        var problems = new `dev.covet.base.problem.Problems`();
        var at = problems.at("body");
        %s
        problems.orThrow();
        """,
        statements);
  }

  private static List<CodecField> sent(List<CodecField> fields) {
    return fields.stream().filter(field -> field.component().role().input()).toList();
  }

  private String givenStatement(CodecField field) {
    var path = field.slot().path();
    var rest = path.stream().skip(1).map(name -> "." + name + "()").collect(Collectors.joining());
    return held(field, parameter(path.getFirst()) + rest);
  }

  private String parameter(String component) {
    return variable(parts.record().component(component).orElseThrow());
  }

  /** The fields that are to be checked of what a constructor was given, a list for each method. */
  private List<List<CodecField>> givenGroups() {
    return parts.groups(
        sent(parts.fields()).stream().filter(field -> !givenStatement(field).isEmpty()).toList());
  }

  private String givenCalls() {
    var lines = new ArrayList<String>();
    for (var group : givenGroups()) {
      lines.add("checkGiven%s(at, %s);".formatted(lines.size(), names(group)));
    }
    return Template.lines(lines);
  }

  private String names(List<CodecField> group) {
    return Template.list(components(group), RecordChecks::variable);
  }

  private List<ComponentModel> components(List<CodecField> group) {
    var names = group.stream().map(field -> field.slot().path().getFirst()).distinct().toList();
    return parts.record().components().stream()
        .filter(component -> names.contains(component.name()))
        .toList();
  }

  private void givenGroups(List<String> methods) {
    if (!parts.wide()) return;
    int number = 0;
    for (var group : givenGroups()) {
      methods.add(
          Template.fill(
              "private static void checkGiven%s(%s at, %s) {\n  %s\n}",
              number++,
              PLACE,
              parameters(components(group)),
              Template.lines(group.stream().map(this::givenStatement).toList())));
    }
  }

  private String one(CodecField field) {
    if (!hasMethod(field)) return "";
    return Template.fill(
        """
        private static void check%1$s(%2$s at, %3$s %4$s) {
          %5$s
        }
        """,
        field.word(), PLACE, JavaCode.type(field.type()), field.variable(), body(field));
  }

  private String body(CodecField field) {
    var variable = field.variable();
    var conditions = new ArrayList<String>();
    if (!field.primitive() && !field.nullable()) conditions.add(Guard.notNull("at", variable));
    conditions.addAll(Guard.notBlank(field.value(), "at", variable));
    var statements = Guard.around(conditions, Template.lines(limits(field)));
    return field.primitive() || !field.nullable()
        ? statements
        : Template.fill("if (%s != null) {\n  %s\n}", variable, statements);
  }

  private List<String> limits(CodecField field) {
    var lines = new ArrayList<>(checks.own(field.value(), "at", field.variable()));
    if (field.storable()) lines.add(checks.storable(field.type(), field.variable()) + ";");
    record(field.type())
        .map(name -> "%s.STORED.check(at, %s);".formatted(ValueCode.codec(name), field.variable()))
        .ifPresent(lines::add);
    if (field.type() instanceof TypeModel.ValueClass(var name, var _, var _)) {
      lines.add("%s.CODEC.check(at, %s);".formatted(ValueCode.codec(name), field.variable()));
    }
    return lines;
  }

  /** The record, or the sealed type of some, whose codec checks a value. */
  private static Optional<TypeName> record(TypeModel type) {
    return switch (type) {
      case TypeModel.RecordType(var name) -> Optional.of(name);
      case TypeModel.SealedType(var name) -> Optional.of(name);
      default -> Optional.empty();
    };
  }

  private String rules() {
    if (!parts.ruled()) return "";
    return Template.fill(
        """
        /** Checks the rules over several components, each of which is right by itself. */
        public static void checkRules(%s at, %s %s) {
          %s
        }
        """,
        PLACE, parts.type(), parts.variable(), Template.lines(parts.rules(checks)));
  }
}

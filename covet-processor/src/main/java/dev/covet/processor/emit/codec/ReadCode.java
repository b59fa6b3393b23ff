package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.Input;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.ValueSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the methods of a codec that read. */
record ReadCode(CodecParts parts, ElementCode elements, CheckCode checks) {
  private static final String READER = "`dev.covet.base.json.JsonReader`";

  /** What a variable of a class is without being told. */
  private static final Set<String> ZEROS = Set.of("null", "0", "false");

  /**
   * The method {@code read}, and one for each field that takes more than a call.
   *
   * @param keys the variable with the keys to be read
   */
  String methods(String keys) {
    var methods = new ArrayList<String>();
    methods.add(read(keys));
    for (var field : parts.fields()) methods.add(one(field));
    return Template.paragraphs(methods);
  }

  /** Whether the fields are read into an object of their own, not into local variables. */
  private boolean gathers() {
    return parts.fields().size() > CodecParts.LOCALS_MAX;
  }

  private String read(String keys) {
    return Template.fill(
        """
        @`Override`
        public %1$s read(%2$s in) {
          if (!in.beginObject(%6$s)) {
            return null;
          }
          %3$s
          %4$s
          if (!in.endObject()) {
            return null;
          }
          %5$s
        }
        """,
        parts.type(),
        READER,
        gathers() ? "var values = new `~Values`();" : locals(),
        loop(),
        made(),
        keys);
  }

  private String locals() {
    return Template.lines(parts.fields().stream().map(this::local).distinct().toList());
  }

  /** All changes that a component holds are one variable. */
  private String local(CodecField field) {
    return field.isChange()
        ? changes(field)
        : "%s %s = %s;".formatted(JavaCode.type(field.type()), field.variable(), initial(field));
  }

  private String changes(CodecField field) {
    return "var %s = `dev.covet.base.codec.ChangesBeside`.of(%s);"
        .formatted(field.variable(), parts.changes(field, ValueCode.INPUT));
  }

  private String initial(CodecField field) {
    return made(field)
        .map(_ -> JavaCode.own(constant(field)))
        .orElseGet(() -> DefaultCode.initial(field.component(), parts.model()));
  }

  private Optional<String> made(CodecField field) {
    var input = Input.of(field.component(), ValueSource.BODY);
    return DefaultCode.made(input, parts.record().name().qualified(), parts.model());
  }

  private String constant(CodecField field) {
    return parts.constants().of(field.constant() + "_DEFAULT");
  }

  /** The defaults that are made once. */
  String constants() {
    return Template.paragraphs(
        parts.fields().stream()
            .filter(each -> !each.isChange())
            .flatMap(field ->
                made(field).stream()
                    .map(arguments ->
                        "private static final %s %s =\n    `dev.covet.gen.ValueDefaults`.of%s;"
                            .formatted(
                                JavaCode.type(field.type()),
                                JavaCode.own(constant(field)),
                                arguments)))
            .toList());
  }

  /** Variables of the class that are what they are to be without being told. */
  private String variables() {
    return Template.lines(parts.fields().stream().map(this::variable).distinct().toList());
  }

  private String variable(CodecField field) {
    if (field.isChange()) {
      return "final `dev.covet.base.codec.ChangesBeside`<%s> %s = `dev.covet.base.codec.ChangesBeside`.of(%s);"
          .formatted(parts.changed(field), field.variable(), parts.changes(field, ValueCode.INPUT));
    }
    return ZEROS.contains(initial(field)) ? bare(field) : local(field);
  }

  private static String bare(CodecField field) {
    return "%s %s;".formatted(JavaCode.type(field.type()), field.variable());
  }

  private String loop() {
    if (parts.fields().isEmpty()) return "in.nextKey(); // goes over what is there";
    return Template.fill(
        """
        for (int key = in.nextKey(); key >= 0; key = in.nextKey()) {
          %s
        }
        """,
        gathers()
            ? "values.read(in, key%s);".formatted(parts.nests() ? ", view" : "")
            : cases(parts.fields()));
  }

  private String cases(List<CodecField> fields) {
    var lines = new ArrayList<String>();
    for (var field : fields) {
      var label = field.label(fields);
      lines.add(
          field.isChange()
              ? "%s -> %s.read(in, %s);".formatted(label, field.variable(), field.slot().change())
              : "%s -> %s = %s;"
                  .formatted(
                      label, field.variable(), expression(field, ValueCode.BY_VIEW, "view")));
    }
    return Template.fill("switch (key) {\n  %s\n}", Template.lines(lines));
  }

  /**
   * The expression that reads a field.
   *
   * @param view the view of records in it
   */
  String expression(CodecField field, ValueCode values, String view) {
    if (hasMethod(field)) {
      return "read%s(in%s)".formatted(field.word(), field.holdsRecord() ? ", " + view : "");
    }
    return values.read(field.type(), elements.of(field, values));
  }

  private static boolean hasMethod(CodecField field) {
    return !field.isChange() && (field.isChecked() || (field.nullable() && !field.primitive()));
  }

  private String one(CodecField field) {
    if (!hasMethod(field)) return "";
    return Template.fill(
        """
        private static %1$s read%2$s(%3$s in%4$s) {
          %5$s
        }
        """,
        JavaCode.type(field.type()),
        field.word(),
        READER,
        field.holdsRecord() ? ", `dev.covet.base.codec.View` view" : "",
        body(field));
  }

  private String body(CodecField field) {
    var read = ValueCode.BY_VIEW.read(field.type(), elements.of(field, ValueCode.BY_VIEW));
    var nullable = field.nullable() && !field.primitive();
    if (!field.isChecked()) return "return in.readNull() ? null : %s;".formatted(read);
    return Template.fill(
        """
        %1$s
        var %2$s = %3$s;
        if (in.valid()) {
          %4$s
        }
        return %2$s;
        """,
        nullable ? "if (in.readNull()) {\n  return null;\n}" : "",
        field.variable(),
        read,
        checked(field));
  }

  /** What is in a record was checked while it was read. */
  private String checked(CodecField field) {
    return field.type() instanceof TypeModel.RecordType
            || field.type() instanceof TypeModel.SealedType
        ? checks.statements(field.value(), "in", field.variable())
        : "check%s(in, %s);".formatted(field.word(), field.variable());
  }

  private String made() {
    var made = gathers() ? "values.make()" : parts.construct(CodecField::variable);
    var ruled = parts.ruled();
    return Template.fill(
        """
        %1$s
        try {
          %2$s %3$s;
        } catch (`dev.covet.api.Invalid` | `IllegalArgumentException` | `NullPointerException` e) {
          in.refused(e);
          return null;
        }
        %4$s
        """,
        ruled ? "%s %s;".formatted(parts.type(), parts.variable()) : "",
        ruled ? parts.variable() + " =" : "return",
        made,
        ruled ? "checkRules(in, %1$s);\nreturn %1$s;".formatted(parts.variable()) : "");
  }

  /** The class that holds many fields while they are read; empty where they are few. */
  String values() {
    if (!gathers()) return "";
    return Template.fill(
        """
        /** The fields while they are read. */
        private static final class `~Values` {
          %1$s

          %2$s

          %3$s make() {
            return %4$s;
          }
        }
        """,
        variables(),
        Template.paragraphs(groupReaders()),
        parts.type(),
        parts.construct(CodecField::variable));
  }

  private List<String> groupReaders() {
    var groups = parts.groups(parts.fields());
    var methods = new ArrayList<String>();
    var view = parts.nests() ? ", `dev.covet.base.codec.View` view" : "";
    if (groups.size() == 1) return List.of(groupReader("void read", parts.fields(), view));
    methods.add(chooser(groups.size(), view));
    for (int i = 0; i < groups.size(); i++) {
      methods.add(groupReader("private void read" + i, groups.get(i), view));
    }
    return methods;
  }

  private String groupReader(String name, List<CodecField> fields, String view) {
    return "%s(%s in, int key%s) {\n%s\n}"
        .formatted(name, READER, view, cases(fields).indent(2).stripTrailing());
  }

  private String chooser(int groups, String view) {
    return Template.fill(
        """
        void read(%1$s in, int key%2$s) {
          %3$s
        }
        """,
        READER,
        view,
        Groups.choose(
            "key", groups, i -> "read%s(in, key%s);".formatted(i, view.isEmpty() ? "" : ", view")));
  }

  /** What {@code Components.read} gives for the fields of a group. */
  String components(List<CodecField> fields) {
    return Template.lines(
        fields,
        field ->
            "%s -> %s;"
                .formatted(
                    field.label(fields),
                    expression(field, ValueCode.INPUT, "`dev.covet.base.codec.View`.INPUT")));
  }
}

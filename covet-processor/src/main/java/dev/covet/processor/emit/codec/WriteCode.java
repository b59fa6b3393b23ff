package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.ComponentModel.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the methods of a codec that write. */
record WriteCode(CodecParts parts, ElementCode elements) {
  private static final String WRITER = "`dev.covet.base.json.JsonWriter`";
  private static final String VIEW = "`dev.covet.base.codec.View`";

  /** The method {@code write}, in several where there are many fields. */
  String methods() {
    var methods = new ArrayList<String>();
    var groups = parts.groups(parts.fields());
    methods.add(
        write(parts.wide() ? calls(groups.size()) : statements(parts.fields()), computed()));
    for (int i = 0; parts.wide() && i < groups.size(); i++) {
      methods.add(
          Template.fill(
              "private void write%s(%s out, %s %s) {\n  %s\n}",
              i, WRITER, parts.type(), parts.variable(), statements(groups.get(i))));
    }
    return Template.paragraphs(methods);
  }

  private String write(String statements, String computed) {
    return Template.fill(
        """
        @`Override`
        public void write(%1$s out, %2$s %3$s) {
          out.beginObject();
          %4$s
          %5$s
          out.endObject();
        }
        """,
        WRITER, parts.type(), parts.variable(), statements, computed);
  }

  private String calls(int groups) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < groups; i++) lines.add("write%s(out, %s);".formatted(i, parts.variable()));
    return Template.lines(lines);
  }

  /** Fields next to each other that the same views have stand under one condition. */
  private String statements(List<CodecField> fields) {
    var blocks = new ArrayList<String>();
    for (int i = 0; i < fields.size(); ) {
      var condition = condition(fields.get(i));
      var lines = new ArrayList<String>();
      while (i < fields.size() && condition(fields.get(i)).equals(condition)) {
        lines.add(field(fields.get(i++)));
      }
      blocks.add(under(condition, Template.lines(lines)));
    }
    return Template.lines(blocks);
  }

  private static String under(String condition, String statements) {
    return condition.isEmpty()
        ? statements
        : Template.fill("if (%s) {\n  %s\n}", condition, statements);
  }

  private String condition(CodecField field) {
    return condition(field.isChange() ? ofChanges(field) : field.component().role());
  }

  /** The role of all changes that a field is one of: what one of them is for, they are. */
  private Role ofChanges(CodecField field) {
    var roles =
        parts.fields().stream()
            .filter(each -> each.isChange() && each.variable().equals(field.variable()))
            .map(each -> each.component().role())
            .toList();
    return Role.of(roles.stream().anyMatch(Role::input), roles.stream().anyMatch(Role::output));
  }

  private static String condition(Role role) {
    return switch (role) {
      case PLAIN, KEY -> "";
      case ID, READ_ONLY -> "view != " + VIEW + ".INPUT";
      case WRITE_ONLY -> "view != " + VIEW + ".OUTPUT";
      case INSIDE -> "view == " + VIEW + ".STORED";
    };
  }

  private String field(CodecField field) {
    if (field.isChange()) return isFirst(field) ? changes(field) : "";
    return ValueCode.BY_VIEW.write(
        field, elements.of(field, ValueCode.BY_VIEW), field.slot().read(parts.variable()));
  }

  /** Whether the changes that it is one of are not written yet. */
  private boolean isFirst(CodecField field) {
    return parts.fields().stream()
        .filter(CodecField::isChange)
        .filter(each -> each.variable().equals(field.variable()))
        .findFirst()
        .filter(field::equals)
        .isPresent();
  }

  private String changes(CodecField field) {
    var path = field.slot().path();
    return "`dev.covet.base.codec.ChangesBeside`.write(out, %s, %s.%s());"
        .formatted(
            parts.changes(field, ValueCode.BY_VIEW),
            parts.variable(),
            String.join("().", path.subList(0, path.size() - 1)));
  }

  /** What methods of the record say goes out with it, and only out. */
  private String computed() {
    var lines = parts.computed().stream().map(this::field).toList();
    return lines.isEmpty() ? "" : under("view == " + VIEW + ".OUTPUT", Template.lines(lines));
  }

  /** The encoded keys. */
  String constants() {
    return Stream.concat(parts.fields().stream(), parts.computed().stream())
        .filter(field -> !field.isChange())
        .map(field -> constant(field.constant(), field.component()))
        .collect(Collectors.joining("\n"));
  }

  private static String constant(String name, ComponentModel component) {
    return "private static final byte[] `=%s` = %s.encodeKey(%s);"
        .formatted(name, WRITER, Literals.string(component.jsonName()));
  }

  /** What {@code Components.write} does for the fields of a group. */
  String components(List<CodecField> fields) {
    var lines = new ArrayList<String>();
    for (var field : fields) {
      var label = field.label(fields);
      var value = "(%s) value".formatted(JavaCode.reference(field.plain()));
      lines.add(
          label
              + " -> "
              + ValueCode.BY_VIEW.write(field, elements.of(field, ValueCode.BY_VIEW), value));
    }
    return Template.lines(lines);
  }
}

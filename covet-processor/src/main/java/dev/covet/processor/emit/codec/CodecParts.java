package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Names;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.JsonField;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.type.TypeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the parts of one codec share: its record, the fields of its JSON, and how many fit a method.
 */
final class CodecParts {
  /** Most fields that one method goes over; a codec with more splits its methods. */
  static final int GROUP = 16;

  /** Most fields that are read into local variables of one method. */
  static final int LOCALS_MAX = 8;

  private final CompilationModel model;
  private final RecordModel record;
  private final Names constants = CodecField.constants();
  private final Names words = CodecField.words();
  private final List<CodecField> fields;
  private final List<CodecField> computed;
  private final Map<List<String>, CodecField> byPath;

  /** The parts of a record's codec. */
  CodecParts(CompilationModel model, RecordModel record) {
    this.model = model;
    this.record = record;
    var all = CodecField.of(record, model, constants, words);
    this.fields = all.stream().filter(field -> !field.slot().computed()).toList();
    this.computed = all.stream().filter(field -> field.slot().computed()).toList();
    this.byPath =
        fields.stream().collect(Collectors.toMap(field -> field.slot().path(), field -> field));
  }

  /** The compilation that it is of. */
  CompilationModel model() {
    return model;
  }

  RecordModel record() {
    return record;
  }

  /** The names of its constants. */
  Names constants() {
    return constants;
  }

  /** What names of methods end in. */
  Names words() {
    return words;
  }

  List<CodecField> fields() {
    return fields;
  }

  /** What methods of the record say that goes out with it. */
  List<CodecField> computed() {
    return computed;
  }

  /** All that documents tell of. */
  List<JsonField> slots() {
    return Stream.concat(fields.stream(), computed.stream()).map(CodecField::slot).toList();
  }

  /** The record's type. */
  String type() {
    return JavaCode.type(record.name());
  }

  /** A variable that holds a record. */
  String variable() {
    return CodecField.variable(record);
  }

  /** Whether a record is among what the fields hold, whose view must be that of this one. */
  boolean nests() {
    return fields.stream().anyMatch(field -> field.isChange() || field.holdsRecord());
  }

  /** Whether a field stands for a component of another record. */
  boolean flattens() {
    return fields.stream().anyMatch(field -> field.slot().path().size() > 1);
  }

  /** Whether the fields are too many for one method. */
  boolean wide() {
    return fields.size() > GROUP;
  }

  /** The components of the record, a group for each method. */
  <T> List<List<T>> groups(List<T> all) {
    var groups = new ArrayList<List<T>>();
    for (int from = 0; from < all.size(); from += GROUP) {
      groups.add(all.subList(from, Math.min(from + GROUP, all.size())));
    }
    return groups;
  }

  /** The record whose changes a field is one of. */
  String changed(CodecField field) {
    return JavaCode.type(changes(field.slot().path(), record).name());
  }

  /** The codec of the changes that a field is one of. */
  String changes(CodecField field, ValueCode values) {
    return values.codec(new TypeModel.Changes(changes(field.slot().path(), record).name()));
  }

  private RecordModel changes(List<String> path, RecordModel of) {
    var component = of.component(path.getFirst()).orElseThrow();
    return JsonField.changed(component, model)
        .orElseGet(() ->
            changes(
                path.subList(1, path.size()), JsonField.flattened(component, model).orElseThrow()));
  }

  /** The expression that makes the record, with one for each field. */
  String construct(Function<CodecField, String> value) {
    return construct(record, List.of(), value);
  }

  private String construct(RecordModel of, List<String> path, Function<CodecField, String> value) {
    return "new %s(%s)"
        .formatted(
            JavaCode.type(of.name()),
            Template.list(of.components(), component -> argument(component, path, value)));
  }

  private String argument(
      ComponentModel component, List<String> path, Function<CodecField, String> value) {
    var here = new ArrayList<>(path);
    here.add(component.name());
    var flattened = JsonField.flattened(component, model);
    if (flattened.isPresent()) return construct(flattened.get(), here, value);
    if (JsonField.changed(component, model).isPresent()) {
      return fields.stream()
          .filter(
              each -> each.isChange() && each.slot().path().subList(0, here.size()).equals(here))
          .findFirst()
          .map(each -> each.variable() + ".changes()")
          .orElse("null");
    }
    var field = byPath.get(here);
    return field == null ? "null" : value.apply(field);
  }

  /** Whether rules are to be checked once the record is made, its own or of what it flattens. */
  boolean ruled() {
    return isRuled(record);
  }

  private boolean isRuled(RecordModel of) {
    return !of.rules().isEmpty()
        || of.components().stream()
            .anyMatch(each ->
                (JsonField.isReplaced(each, model) && each.value().isLimitedItself())
                    || JsonField.flattened(each, model).filter(this::isRuled).isPresent());
  }

  /**
   * The statements that check the rules of this record and of those that it flattens, and what
   * limits those themselves: they are no fields, of which each is checked when it is read.
   */
  List<String> rules(CheckCode checks) {
    var statements = new ArrayList<String>();
    for (var rule : record.rules()) statements.add(RuleCode.check(rule, "at", variable()));
    for (var component : record.components()) {
      JsonField.flattened(component, model)
          .filter(this::isRuled)
          .ifPresent(inner -> statements.add(flattenedRules(component, inner)));
      if (JsonField.isReplaced(component, model) && component.value().isLimitedItself()) {
        statements.add(
            checks.statements(component.value(), "at", variable() + "." + component.name() + "()"));
      }
    }
    return statements;
  }

  private String flattenedRules(ComponentModel component, RecordModel inner) {
    return "%s.checkRules(at, %s.%s());"
        .formatted(ValueCode.codec(inner.name()), variable(), component.name());
  }
}

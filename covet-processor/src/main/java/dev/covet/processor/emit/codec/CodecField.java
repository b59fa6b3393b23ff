package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.Names;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.JsonField;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.ValueModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One field of a codec, with the names that the codec gives to what belongs to it.
 *
 * @param position its key's number, from 0
 * @param variable name of a variable that holds it, or the changes that it is one of: {@code
 *     secretName}
 * @param word what method names end in: {@code SecretName}
 * @param constant what names of constants begin with: {@code SECRET_NAME}
 */
record CodecField(int position, JsonField slot, String variable, String word, String constant) {
  private static final List<String> VARIABLES =
      List.of("all at before e in key keys out position problems value values view".split(" "));
  private static final List<String> CONSTANTS =
      List.of("CHANGES CHANGES_OUTPUT INPUT KEYS NAMES OUTPUT SCHEMA SHAPE STORED".split(" "));

  /** No constructor has more than 255 parameters, of which each method has 16. */
  private static final int GROUPS_MAX = 16;

  /** The names of a codec's constants, to which those of fields and of others come. */
  static Names constants() {
    return new Names(CONSTANTS);
  }

  /** Ends of names of methods, among them what the codec has anyway: {@code checkGiven0}. */
  static Names words() {
    var groups = IntStream.rangeClosed(0, GROUPS_MAX).mapToObj(number -> "Given" + number);
    return new Names(Stream.concat(Stream.of("", "Rules"), groups).toList());
  }

  /**
   * The fields of a record, then what its methods say, each name free of any other: also a constant
   * of variables, which have its name where letters have no case.
   */
  static List<CodecField> of(
      RecordModel record, CompilationModel model, Names constants, Names words) {
    var variables = new Names(VARIABLES);
    variables.fresh(variable(record));
    var all = slots(record, model);
    constants.fresh(variable(record));
    all.forEach(slot -> constants.fresh(joined(slot.path())));
    var fields = new ArrayList<CodecField>();
    var changes = new HashMap<List<String>, String>();
    for (var slot : all) {
      var name = joined(slot.path());
      var around = slot.path().subList(0, slot.path().size() - 1);
      fields.add(
          new CodecField(
              fields.size(),
              slot,
              slot.isChange()
                  ? changes.computeIfAbsent(around, _ -> variables.fresh(joined(around)))
                  : variables.fresh(name),
              words.fresh(Literals.capitalized(name)),
              constants.fresh(Literals.constant(name))));
    }
    return fields;
  }

  /** What has no codec was reported, and is left out. */
  private static List<JsonField> slots(RecordModel record, CompilationModel model) {
    return Stream.concat(
            JsonField.of(record, model).stream(), JsonField.computed(record, model).stream())
        .filter(slot -> slot.component().value().type().hasCodec())
        .toList();
  }

  private static String joined(List<String> path) {
    var name = new StringBuilder(path.getFirst());
    path.stream().skip(1).forEach(part -> name.append(Literals.capitalized(part)));
    return name.toString();
  }

  /** The name of a variable that holds a record: {@code hero}. */
  static String variable(RecordModel record) {
    var name = Literals.decapitalized(record.name().simple());
    return VARIABLES.contains(name) || Literals.isKeyword(name) ? "value" : name;
  }

  /** The label of its case in a switch over a group of fields, the last of which is the rest. */
  String label(List<CodecField> group) {
    return equals(group.getLast()) ? "default" : "case " + position;
  }

  ComponentModel component() {
    return slot.component();
  }

  ValueModel value() {
    return component().value();
  }

  TypeModel type() {
    return value().type();
  }

  /** The value's type alone. */
  ValueModel plain() {
    return ValueModel.of(type());
  }

  /** Whether it is one of the changes that a component holds: their codec reads and checks it. */
  boolean isChange() {
    return slot.isChange();
  }

  boolean nullable() {
    return value().nullable();
  }

  /** Whether the value cannot be null, whatever is given. */
  boolean primitive() {
    return JavaCode.primitive(type());
  }

  /** Whether its text, or its list's texts, must be such that a table can hold them. */
  boolean storable() {
    return slot.stored() && type().hasAnyCharacter();
  }

  /** Whether a value is more than its type, so that reading it takes a check. */
  boolean isChecked() {
    return !isChange() && (value().isLimitedItself() || storable());
  }

  /** Whether what it holds, if it holds values, is more than its type. */
  boolean hasCheckedElements() {
    return !isChange() && type().parts().stream().anyMatch(this::isChecked);
  }

  private boolean isChecked(ValueModel part) {
    return part.isLimitedItself()
        || part.nullable()
        || (slot.stored() && part.type().hasAnyCharacter())
        || part.type() instanceof TypeModel.ValueClass
        || part.type().parts().stream().anyMatch(this::isChecked);
  }

  /** Whether it is a record, or changes of one, or holds one, at whatever depth. */
  boolean holdsRecord() {
    return !isChange() && holdsRecord(type());
  }

  private static boolean holdsRecord(TypeModel type) {
    return type instanceof TypeModel.RecordType
        || type instanceof TypeModel.SealedType
        || type instanceof TypeModel.Changes
        || type.parts().stream().anyMatch(each -> holdsRecord(each.type()));
  }
}

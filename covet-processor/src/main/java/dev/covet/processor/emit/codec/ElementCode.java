package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Names;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.ValueModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes the codecs of what fields hold, with the checks of what limits each of it. */
final class ElementCode {
  private static final String CHECKED = "`dev.covet.base.codec.Codecs`.checked";

  private final String codecClass;
  private final Names words;
  private final Names names;
  private final CheckCode checks;
  private final Set<String> declared = new HashSet<>();
  private final List<String> methods = new ArrayList<>();
  private final List<String> constants = new ArrayList<>();

  /** For one codec. */
  ElementCode(CodecParts parts, CheckCode checks) {
    this.codecClass = parts.record().name().generated("Codec").nested();
    this.words = parts.words();
    this.names = parts.constants();
    this.checks = checks;
  }

  /** Writes the methods and constants that what a field holds needs. */
  void declare(CodecField field) {
    if (field.type().parts().isEmpty() || (isList(field) && !field.hasCheckedElements())) return;
    declareParts(field.word(), field.type(), field.slot().stored());
    if (!field.holdsRecord()) {
      constants.add(
          "private static final `dev.covet.base.json.Codec`<%s> `=%s` =\n    %s;"
              .formatted(
                  JavaCode.reference(ValueModel.of(constantType(field))),
                  constant(field),
                  whole(field, ValueCode.STORED)));
    }
  }

  private static boolean isList(CodecField field) {
    return field.type() instanceof TypeModel.ListOf;
  }

  private static TypeModel constantType(CodecField field) {
    return field.type() instanceof TypeModel.ListOf(var element) ? element.type() : field.type();
  }

  private String constant(CodecField field) {
    return names.of(field.constant() + (isList(field) ? "_ELEMENT" : "_CODEC"));
  }

  /** What is said of the keys of a map. */
  private String key(String word) {
    return words.of(word + "Key");
  }

  /** What is said of the other parts of what a word stands for. */
  private String inside(String word, TypeModel whole) {
    return words.of(word + (whole instanceof TypeModel.MapOf ? "Value" : "Element"));
  }

  private void declareParts(String word, TypeModel whole, boolean stored) {
    if (whole instanceof TypeModel.MapOf(var _, var key, var _)) declare(key(word), key, stored);
    if (!whole.parts().isEmpty()) declare(inside(word, whole), whole.parts().getLast(), stored);
  }

  private void declare(String word, ValueModel value, boolean stored) {
    declareParts(word, value.type(), stored);
    var statements = new ArrayList<>(checks.own(value, "at", "value"));
    if (stored && value.type().hasAnyCharacter()) {
      statements.add(checks.storable(value.type(), "value") + ";");
    }
    if (value.isLimitedItself() || !Template.lines(statements).isEmpty()) {
      declared.add(word);
      methods.add(method(word, value, statements));
    }
  }

  private static String method(String word, ValueModel value, List<String> statements) {
    return Template.fill(
        """
        private static void check%s(`dev.covet.base.problem.Place` at, %s value) {
          %s
        }
        """,
        word,
        JavaCode.reference(ValueModel.of(value.type())),
        Guard.around(Guard.notBlank(value, "at", "value"), Template.lines(statements)));
  }

  /** The codec of a list field's elements, or of another field that holds values. */
  String of(CodecField field, ValueCode values) {
    if (field.type().parts().isEmpty()) return "";
    return field.holdsRecord() || (isList(field) && !field.hasCheckedElements())
        ? whole(field, values)
        : constant(field);
  }

  private String whole(CodecField field, ValueCode values) {
    return field.type() instanceof TypeModel.ListOf(var element)
        ? HeldCode.orNull(element, part -> part(inside(field.word(), field.type()), part, values))
        : held(field.word(), field.type(), values);
  }

  private String held(String word, TypeModel whole, ValueCode values) {
    return HeldCode.of(
        whole,
        key -> part(key(word), key, values),
        part -> part(inside(word, whole), part, values));
  }

  private String part(String word, ValueModel part, ValueCode values) {
    var plain =
        part.type().parts().isEmpty() ? values.codec(part.type()) : held(word, part.type(), values);
    return declared.contains(word)
        ? "%s(%s, %s::check%s)".formatted(CHECKED, plain, codecClass, word)
        : plain;
  }

  /** The methods that were declared. */
  List<String> methods() {
    return methods;
  }

  /** The constants that were declared. */
  List<String> constants() {
    return constants;
  }
}

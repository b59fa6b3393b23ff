package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Names;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.TypeModel;
import dev.covet.processor.model.ValueModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes the codecs of the elements of lists, with the checks of what limits them. */
final class ElementCode {
  private static final String CHECKED = "`dev.covet.base.json.Codecs`.checked";

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

  /** Writes the methods and constants that the elements of a field need. */
  void declare(CodecField field) {
    if (!(field.type() instanceof TypeModel.ListOf(var element)) || !field.hasCheckedElements()) {
      return;
    }
    declare(inside(field.word()), element, field.slot().stored());
    if (!field.holdsRecord()) {
      constants.add(
          "private static final `dev.covet.base.json.Codec`<%s> `=%s` =\n    %s;"
              .formatted(
                  JavaCode.reference(ValueModel.of(element.type())),
                  constant(field),
                  expression(inside(field.word()), element, ValueCode.STORED)));
    }
  }

  /** What is said of the elements of what a word stands for. */
  private String inside(String word) {
    return words.of(word + "Element");
  }

  private String constant(CodecField field) {
    return names.of(field.constant() + "_ELEMENT");
  }

  private void declare(String word, ValueModel value, boolean stored) {
    if (value.type() instanceof TypeModel.ListOf(var element)) {
      declare(inside(word), element, stored);
    }
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

  /** The codec of a list field's elements. */
  String of(CodecField field, ValueCode values) {
    if (!(field.type() instanceof TypeModel.ListOf(var element))) {
      return "";
    }
    if (!field.hasCheckedElements()) {
      return values.codec(element.type());
    }
    return field.holdsRecord()
        ? expression(inside(field.word()), element, values)
        : constant(field);
  }

  private String expression(String word, ValueModel value, ValueCode values) {
    var plain =
        value.type() instanceof TypeModel.ListOf(var element)
            ? ValueCode.list(expression(inside(word), element, values))
            : values.codec(value.type());
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

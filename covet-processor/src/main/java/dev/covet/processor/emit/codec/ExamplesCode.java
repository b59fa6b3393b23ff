package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.JsonLiterals;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.ExampleJson;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.schema.Remarks;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what documents say of a value beside its text. */
public final class ExamplesCode {
  private ExamplesCode() {}

  /** The calls that add it: {@code .asDeprecated().withExamples("23")}. */
  public static String of(Remarks remarks, TypeModel type, CompilationModel model) {
    return (remarks.deprecated() ? ".asDeprecated()" : "") + of(remarks.examples(), type, model);
  }

  /** The call that adds examples: {@code .withExamples("\"Ann\"")}; nothing if there are none. */
  public static String of(List<String> examples, TypeModel type, CompilationModel model) {
    return call(examples.stream().map(each -> json(type, each, model)).toList());
  }

  /** The call that adds examples that are texts. */
  public static String ofTexts(List<String> examples) {
    return call(examples.stream().map(JsonLiterals::text).toList());
  }

  /** The call that adds examples that are JSON. */
  static String call(List<String> json) {
    return json.isEmpty()
        ? ""
        : json.stream()
            .map(Literals::string)
            .collect(Collectors.joining(", ", ".withExamples(", ")"));
  }

  /** A value as JSON: scalars are written as in a query, all else is JSON already. */
  private static String json(TypeModel type, String text, CompilationModel model) {
    return switch (type) {
      case TypeModel.Scalar(var kind, var _) ->
          kind.quoted() ? JsonLiterals.text(model.sent(type, text)) : model.sent(type, text);
      case TypeModel.ValueClass(var _, var of, var _) -> json(of.type(), text, model);
      case TypeModel.EnumType _ -> JsonLiterals.text(model.sent(type, text));
      case TypeModel.OptionalOf(var inner) -> json(inner.type(), text, model);
      case TypeModel.Coded _ -> ExampleJson.read(text).isPresent() ? text : JsonLiterals.text(text);
      default -> text;
    };
  }
}

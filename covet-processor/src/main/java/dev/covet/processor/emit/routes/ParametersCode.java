package dev.covet.processor.emit.routes;

import dev.covet.processor.emit.codec.ExamplesCode;
import dev.covet.processor.emit.codec.SchemaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Input;
import dev.covet.processor.model.type.DefaultModel;

/** Writes how documents describe a value of the path, the query, a header or a cookie. */
final class ParametersCode {
  private ParametersCode() {}

  /** The expression: {@code Parameter.query("limit", Schema.of(Kind.INT)).withDefault("10")}. */
  static String of(Input input, CompilationModel model) {
    var text = SchemaCode.withAliases(input.remarks().text(), input.aliases());
    return "`dev.covet.schema.Parameter`.%s(%s, %s)%s%s%s"
        .formatted(
            input.source().word(),
            Literals.string(input.wireName()),
            SchemaCode.of(input.value()),
            presence(input, model),
            text.isEmpty() ? "" : ".described(" + Literals.string(text) + ")",
            ExamplesCode.of(input.remarks(), input.value().type(), model));
  }

  private static String presence(Input input, CompilationModel model) {
    if (input.fallback() instanceof DefaultModel.None) {
      return input.required() ? "" : ".asOptional()";
    }
    return input
        .defaultText(model)
        .filter(_ -> !input.inner().type().isSecret())
        .map(text -> ".withDefault(" + Literals.string(text) + ")")
        .orElse(".asOptional()");
  }
}

package dev.covet.processor.emit.routes;

import dev.covet.processor.emit.codec.DefaultCode;
import dev.covet.processor.emit.codec.ExamplesCode;
import dev.covet.processor.emit.codec.SchemaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Input;
import dev.covet.processor.model.RouteAnswers;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.type.DefaultModel;
import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.schema.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes how documents describe the form that a route reads: as an object of its own. */
record FormCode(CompilationModel model, TypeName owner, RouteModel route) {
  /** The expression; empty if the route reads no form. */
  Optional<String> of(RouteAnswers answers) {
    return answers.fields().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "`dev.covet.schema.BodySchema`.%s(%s%s)"
                .formatted(
                    answers.hasUpload() ? "multipart" : "form",
                    object(answers.fields()),
                    answers.isStrictForm() ? ".asStrict()" : ""));
  }

  private String object(List<Input> fields) {
    var name = owner.simple() + Literals.capitalized(route.javaName()) + "Form";
    var type = owner.packageName().isEmpty() ? name : owner.packageName() + "." + name;
    return Stream.concat(
            Stream.of(Literals.string(name), Literals.string(type)),
            fields.stream().filter(each -> !each.isMap()).map(this::property))
        .collect(
            Collectors.joining(
                ",\n            ",
                "`dev.covet.schema.ObjectSchema`.of(",
                ")"
                    + fields.stream()
                        .filter(Input::isMap)
                        .map(FormCode::others)
                        .findFirst()
                        .orElse("")));
  }

  /** What is said of a map is said of the form, in words: it is no property that could say it. */
  private static String others(Input map) {
    var remarks = map.remarks();
    var said = new ArrayList<String>();
    said.add(remarks.text());
    remarks.examples().forEach(each -> said.add("Other fields are, for example, `" + each + "`."));
    if (remarks.deprecated()) said.add("Other fields are deprecated.");
    var text = SchemaCode.joined(said.stream());
    return (text.isEmpty() ? "" : ".described(" + Literals.string(text) + ")")
        + ".withOthers(%s)".formatted(SchemaCode.of(bare(map)));
  }

  /** No text is null: what may be null may be left out. */
  private String property(Input field) {
    var value = bare(field);
    var text = SchemaCode.withAliases(field.remarks().text(), field.aliases());
    var said = SchemaCode.joined(Stream.of(text, isTruth(value.type()) ? Parameter.TRUTHS : ""));
    return "`dev.covet.schema.Property`.of(%s, %s)%s%s%s"
        .formatted(
            Literals.string(field.wireName()),
            SchemaCode.of(value),
            presence(field),
            said.isEmpty() ? "" : ".described(" + Literals.string(said) + ")",
            ExamplesCode.of(field.remarks(), value.type(), model));
  }

  private static ValueModel bare(Input field) {
    return new ValueModel(field.inner().type(), false, field.inner().constraints());
  }

  private String presence(Input field) {
    if (!(field.fallback() instanceof DefaultModel.None)) {
      return ".withDefault(" + Literals.string(DefaultCode.json(field, model)) + ")";
    }
    return field.required() ? "" : ".asOptional()";
  }

  private static boolean isTruth(TypeModel type) {
    return switch (type) {
      case TypeModel.Scalar(var kind, var _) -> kind == ScalarKind.BOOLEAN;
      case TypeModel.ValueClass(var _, var value, var _) -> isTruth(value.type());
      default -> type.several().filter(each -> isTruth(each.type())).isPresent();
    };
  }
}

package dev.covet.processor.emit.routes;

import dev.covet.processor.emit.codec.DefaultCode;
import dev.covet.processor.emit.codec.SchemaCode;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.model.AnswerModel;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.DefaultModel;
import dev.covet.processor.model.Input;
import dev.covet.processor.model.ParameterModel;
import dev.covet.processor.model.ResultModel;
import dev.covet.processor.model.RouteAnswers;
import dev.covet.processor.model.RouteModel;
import dev.covet.processor.model.TypeModel;
import java.util.List;
import java.util.Optional;

/** Writes what a route takes and answers, for the documents. */
final class AnswersCode {
  private static final String ANSWER = "`dev.covet.schema.ResponseSchema`";
  private static final String CONTENT = "`dev.covet.schema.BodySchema`";

  private final CompilationModel model;
  private final RouteModel route;
  private final RouteAnswers answers;

  /** The answers of one route. */
  AnswersCode(CompilationModel model, RouteModel route) {
    this.model = model;
    this.route = route;
    this.answers = new RouteAnswers(model, route);
  }

  /** The expressions, by status. */
  List<String> expressions() {
    return answers.all().stream().map(this::answer).toList();
  }

  private String answer(AnswerModel answer) {
    return switch (answer) {
      case AnswerModel.Success success -> success(success);
      case AnswerModel.Known(var error, var text) ->
          "%s.error(%s, %s, %s)"
              .formatted(
                  ANSWER, error.status(), Literals.string(error.code()), Literals.string(text));
      case AnswerModel.Own own -> own(own);
    };
  }

  private String success(AnswerModel.Success success) {
    var described =
        success.text().isEmpty() ? "" : ".described(" + Literals.string(success.text()) + ")";
    if (success.result() instanceof ResultModel.Raw && success.status() == 200) {
      return ANSWER + ".any()" + described;
    }
    return content(success.result())
            .map(each -> "%s.of(%s, %s)".formatted(ANSWER, success.status(), each))
            .orElse("%s.of(%s)".formatted(ANSWER, success.status()))
        + described;
  }

  private Optional<String> content(ResultModel result) {
    return switch (result) {
      case ResultModel.Json(var value) ->
          Optional.of(CONTENT + ".json(" + SchemaCode.of(value) + ")");
      case ResultModel.Text _ -> Optional.of(named(CONTENT + ".text()", "STRING"));
      case ResultModel.Html _ ->
          Optional.of(
              "%s.of(\"text/html\", `dev.covet.schema.Schema`.of(`dev.covet.schema.Kind`.STRING))"
                  .formatted(CONTENT));
      case ResultModel.Bytes _, ResultModel.Stream _ ->
          Optional.of(named(CONTENT + ".bytes()", ""));
      case ResultModel.Nothing _,
          ResultModel.Maybe _,
          ResultModel.Reply _,
          ResultModel.Raw _,
          ResultModel.Unresolved _ ->
          Optional.empty();
    };
  }

  /** The content under the name that {@code @Produces} gives it. */
  private String named(String usual, String kind) {
    var schema =
        kind.isEmpty()
            ? "`dev.covet.schema.Schema`.any()"
            : "`dev.covet.schema.Schema`.of(`dev.covet.schema.Kind`." + kind + ")";
    return route
        .http()
        .produces()
        .map(type -> type.split(";", -1)[0].strip()) // documents tell types without parameters
        .map(type -> "%s.of(%s, %s)".formatted(CONTENT, Literals.string(type), schema))
        .orElse(usual);
  }

  private static String own(AnswerModel.Own own) {
    var facts = JavaCode.type(own.type().generated("Facts")) + ".FACTS";
    var text = own.text().isEmpty() ? facts + ".text()" : Literals.string(own.text());
    return "%1$s.error(%2$s.status(), %2$s.code(), %3$s)".formatted(ANSWER, facts, text);
  }

  /** The classes of the exceptions of which only an app knows what clients are told. */
  List<String> throwing() {
    return answers.throwing().stream().map(each -> JavaCode.type(each) + ".class").toList();
  }

  /** The call that says which body the route reads; empty if it reads none. */
  Optional<String> reads() {
    return answers
        .read()
        .map(body -> "." + (body.bodyRequired() ? "reads" : "mayRead") + "(" + body(body) + ")");
  }

  private String body(ParameterModel body) {
    if (!body.value().isJson()) {
      return CONTENT + ".bytes()";
    }
    var orNull = body.value().type() instanceof TypeModel.OptionalOf ? ".orNull()" : "";
    var fallback =
        body.fallback() instanceof DefaultModel.None
            ? ""
            : ".withDefault(%s)"
                .formatted(Literals.string(DefaultCode.json(Input.of(body), model)));
    return "%s.json(%s%s)%s".formatted(CONTENT, SchemaCode.of(body.value()), orNull, fallback);
  }

  /** The values beside the body. */
  List<String> takes() {
    return answers.taken().stream().map(each -> ParametersCode.of(each, model)).toList();
  }
}

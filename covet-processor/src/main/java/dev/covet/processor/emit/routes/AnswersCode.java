package dev.covet.processor.emit.routes;

import dev.covet.processor.emit.codec.DefaultCode;
import dev.covet.processor.emit.codec.ExamplesCode;
import dev.covet.processor.emit.codec.SchemaCode;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.model.AnswerModel;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Input;
import dev.covet.processor.model.RouteAnswers;
import dev.covet.processor.model.route.ResultModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.type.DefaultModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.schema.BodySchema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes what a route takes and answers, for the documents. */
final class AnswersCode {
  private static final String ANSWER = "`dev.covet.schema.ResponseSchema`";
  private static final String CONTENT = "`dev.covet.schema.BodySchema`";
  private static final String JSON = "application/json";
  private static final String SCHEMA = "`dev.covet.schema.Schema`";

  private final CompilationModel model;
  private final TypeName owner;
  private final RouteModel route;
  private final RouteAnswers answers;

  /** The answers of one route. */
  AnswersCode(CompilationModel model, TypeName owner, RouteModel route) {
    this.owner = owner;
    this.model = model;
    this.route = route;
    this.answers = new RouteAnswers(model, route);
  }

  /** The expressions, by status. */
  List<String> expressions() {
    return answers.all().stream().flatMap(this::answer).toList();
  }

  private Stream<String> answer(AnswerModel answer) {
    return switch (answer) {
      case AnswerModel.Success success -> success(success);
      case AnswerModel.Known(var error, var text) ->
          Stream.of(
              "%s.error(%s, %s, %s)"
                  .formatted(
                      ANSWER,
                      error.status(),
                      Literals.string(error.code()),
                      Literals.string(text)));
      case AnswerModel.Own own -> Stream.of(own(own));
    };
  }

  /** One for each type that it may have. */
  private Stream<String> success(AnswerModel.Success success) {
    var described =
        (success.text().isEmpty() ? "" : ".described(" + Literals.string(success.text()) + ")")
            + (route.result().isReply() ? ".asReply()" : "");
    if (success.result() instanceof ResultModel.Raw && success.status() == 200) {
      return Stream.of(ANSWER + ".any()" + described);
    }
    var contents = content(success.result());
    return contents.isEmpty()
        ? Stream.of("%s.of(%s)%s".formatted(ANSWER, success.status(), described))
        : contents.stream()
            .map(each ->
                "%s.of(%s, %s%s)%s"
                    .formatted(ANSWER, success.status(), each, examples(), described));
  }

  private String examples() {
    var examples = route.rules().remarks().examples();
    return switch (route.result().bare()) {
      case ResultModel.Json(var value) -> ExamplesCode.of(examples, value.type(), model);
      case ResultModel.Values(var _, var each) ->
          ExamplesCode.of(examples, new TypeModel.ListOf(each), model);
      case ResultModel.Text _, ResultModel.Html _ -> ExamplesCode.ofTexts(examples);
      default -> "";
    };
  }

  private List<String> content(ResultModel result) {
    return switch (result) {
      case ResultModel.Json(var value) -> json(SchemaCode.of(value));
      case ResultModel.Values values when values.isEvents() ->
          List.of(of(BodySchema.EVENTS, SCHEMA + ".listOf(" + SchemaCode.of(values.each()) + ")"));
      case ResultModel.Values(var _, var each) ->
          json(SCHEMA + ".listOf(" + SchemaCode.of(each) + ")");
      case ResultModel.Text _ -> List.of(text("text/plain"));
      case ResultModel.Html _ -> List.of(text("text/html"));
      case ResultModel.Bytes _, ResultModel.Stream _, ResultModel.File _ -> List.of(bytes());
      case ResultModel.Nothing _,
          ResultModel.Messages _,
          ResultModel.OneOf _,
          ResultModel.Maybe _,
          ResultModel.Reply _,
          ResultModel.Raw _,
          ResultModel.Unresolved _ ->
          List.of();
    };
  }

  private List<String> json(String schema) {
    var types = route.mediaTypes();
    return (types.isEmpty() ? List.of(JSON) : types)
        .stream()
            .map(type -> type.equals(JSON) ? CONTENT + ".json(" + schema + ")" : of(type, schema))
            .toList();
  }

  private String text(String usual) {
    var type = said().orElse(usual);
    return type.equals("text/plain")
        ? CONTENT + ".text()"
        : of(type, SCHEMA + ".of(`dev.covet.schema.Kind`.STRING)");
  }

  private String bytes() {
    return said().map(type -> of(type, SCHEMA + ".any()")).orElseGet(() -> CONTENT + ".bytes()");
  }

  private Optional<String> said() {
    return route.mediaTypes().stream().findFirst();
  }

  private static String of(String mediaType, String schema) {
    return "%s.of(%s, %s)".formatted(CONTENT, Literals.string(mediaType), schema);
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
    var form = new FormCode(model, owner, route).of(answers);
    return answers
        .read()
        .map(body ->
            reads(body.bodyRequired(), body(body) + form.map(".or(%s)"::formatted).orElse("")))
        .or(() ->
            form.map(each -> reads(answers.fields().stream().anyMatch(Input::required), each)));
  }

  private static String reads(boolean required, String body) {
    return ".%s(%s)".formatted(required ? "reads" : "mayRead", body);
  }

  private String body(ParameterModel body) {
    if (!body.value().isJson()) return CONTENT + ".bytes()";
    var orNull = body.value().type() instanceof TypeModel.OptionalOf ? ".orNull()" : "";
    var fallback =
        body.fallback() instanceof DefaultModel.None
            ? ""
            : ".withDefault(%s)"
                .formatted(Literals.string(DefaultCode.json(Input.of(body), model)));
    var examples = ExamplesCode.of(body.remarks().examples(), body.value().type(), model);
    return "%s.json(%s%s)%s%s"
        .formatted(CONTENT, SchemaCode.of(body.value()), orNull, fallback, examples);
  }

  /** The values beside the body. */
  List<String> takes() {
    return answers.taken().stream().map(each -> ParametersCode.of(each, model)).toList();
  }
}

package dev.covet.processor.emit;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.ErrorModel;
import dev.covet.processor.model.ParameterModel;
import dev.covet.processor.model.ProviderModel;
import dev.covet.processor.model.RecordModel;
import dev.covet.processor.model.ResultModel;
import dev.covet.processor.model.RouteModel;
import dev.covet.processor.model.Source;
import dev.covet.processor.model.ThrownModel;
import dev.covet.processor.model.TypeModel;
import dev.covet.processor.model.TypeName;
import dev.covet.processor.model.ValueModel;
import dev.covet.schema.ReadyError;
import dev.covet.schema.ResponseSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes every status that a route can really answer, for the documents. */
final class AnswersCode {
  private static final String ANSWER = "`dev.covet.schema.ResponseSchema`";
  private static final String CONTENT = "`dev.covet.schema.BodySchema`";

  private final CompilationModel model;
  private final RouteModel route;
  private final Collection<ProviderModel> providers;
  private final Set<Line> lines = new LinkedHashSet<>();

  /** One answer and where it stands among the others. */
  private record Line(int status, String text) {}

  /**
   * The answers of one route.
   *
   * @param providers all that are behind its parameters
   */
  AnswersCode(CompilationModel model, RouteModel route, Collection<ProviderModel> providers) {
    this.model = model;
    this.route = route;
    this.providers = providers;
  }

  /** The expressions, by status. */
  List<String> expressions() {
    success(route.result());
    inputs();
    allThrown().forEach(this::thrown);
    return lines.stream()
        .sorted(Comparator.comparingInt(Line::status))
        .map(Line::text)
        .distinct()
        .toList();
  }

  private void success(ResultModel result) {
    switch (result) {
      case ResultModel.Maybe(var of, var what) -> {
        error(404, "NOT_FOUND", what + " not found");
        success(of);
      }
      case ResultModel.Reply(var of) -> success(of);
      case ResultModel.Raw _ ->
          lines.add(new Line(route.status(), ANSWER + ".of(" + route.status() + ")" + described()));
      default -> lines.add(new Line(route.status(), success(content(result))));
    }
  }

  private String success(Optional<String> content) {
    return content
            .map(each -> "%s.of(%s, %s)".formatted(ANSWER, route.status(), each))
            .orElse("%s.of(%s)".formatted(ANSWER, route.status()))
        + described();
  }

  private String described() {
    var text = route.doc().returns();
    return text.isEmpty() ? "" : ".described(" + Literals.string(text) + ")";
  }

  private Optional<String> content(ResultModel result) {
    return switch (result) {
      case ResultModel.Json(var value) ->
          Optional.of(CONTENT + ".json(" + SchemaCode.of(value) + ")");
      case ResultModel.Text _ -> Optional.of(named(CONTENT + ".text()", "STRING"));
      case ResultModel.Html _ ->
          Optional.of(
              "new %s(\"text/html\", `dev.covet.schema.Schema`.of(`dev.covet.schema.Kind`.STRING))"
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
        .map(type -> "new %s(%s, %s)".formatted(CONTENT, Literals.string(type), schema))
        .orElse(usual);
  }

  private void inputs() {
    var inputs = parameters().map(Input::of).flatMap(each -> each.single(model)).toList();
    var bodies = parameters().filter(each -> each.source() == Source.BODY).toList();
    bodies.forEach(this::body);
    if (inputs.stream().anyMatch(each -> each.source() == Source.QUERY)) {
      error(400, "QUERY_PARAMETERS_MAX", "The query has too many parameters.");
    }
    if (inputs.stream().anyMatch(AnswersCode::canBeWrong)) {
      error(422, "VALIDATION_ERROR", invalid());
    }
  }

  /** What is wrong, and the rules of records that group parameters, which no schema shows. */
  private String invalid() {
    return Stream.concat(
            Stream.of("A value is missing or invalid."),
            parameters()
                .map(Input::of)
                .flatMap(each -> each.group(model).stream())
                .flatMap(SchemaCode::rules))
        .distinct()
        .collect(Collectors.joining("\n\n"));
  }

  private Stream<ParameterModel> parameters() {
    return Stream.concat(
        route.parameters().stream(),
        providers.stream().flatMap(each -> each.parameters().stream()));
  }

  private static boolean canBeWrong(Input input) {
    return switch (input.source()) {
      case PATH, QUERY, HEADER -> input.canBeWrong();
      case BODY -> isJson(input.value().type());
      case COOKIE, FORM, PROVIDED, QUALIFIER -> false;
    };
  }

  private static boolean isJson(TypeModel type) {
    return !(type instanceof TypeModel.Bytes || type instanceof TypeModel.Stream);
  }

  private void body(ParameterModel body) {
    var type = body.value().type();
    if (!(type instanceof TypeModel.Stream)) {
      error(413, "BODY_BYTES_MAX", "The body is too long.");
    }
    if (isJson(type)) {
      error(400, "MALFORMED_JSON", "The body is not valid JSON.");
      error(415, "UNSUPPORTED_MEDIA_TYPE", "The body is not application/json.");
    }
    if (conflicts(type, new HashSet<>())) {
      error(409, "CONFLICT", "Another row has this value, or there is no row that it refers to.");
    }
  }

  /** Whether a value is, holds or changes a row with something unique or a reference. */
  private boolean conflicts(TypeModel type, Set<TypeName> seen) {
    return type.record().filter(name -> conflicts(name, seen)).isPresent();
  }

  private boolean conflicts(TypeName name, Set<TypeName> seen) {
    var table = model.tables().get(name);
    if (table != null) {
      return table.columns().stream()
          .anyMatch(each -> each.unique() || each.references().isPresent());
    }
    return seen.add(name)
        && model.find(name).stream()
            .map(RecordModel::components)
            .flatMap(List::stream)
            .anyMatch(each -> conflicts(each.value().type(), seen));
  }

  private void thrown(ThrownModel thrown) {
    switch (thrown.kind()) {
      case READY ->
          ReadyError.of(thrown.type().qualified())
              .map(ReadyError::answer)
              .ifPresent(known -> ready(known, thrown.text()));
      case OWN -> lines.add(new Line(status(thrown.type()), facts(thrown)));
      case UNKNOWN, UNCHECKED, CHECKED -> {}
    }
  }

  private void ready(ResponseSchema known, String text) {
    error(known.status(), String.valueOf(known.errorCode()), text.isEmpty() ? known.text() : text);
  }

  /** The exceptions of which only an app knows what clients are told. */
  List<String> throwing() {
    return allThrown()
        .filter(each -> each.visible() && isForeign(each.kind()))
        .map(each -> Code.type(each.type()) + ".class")
        .distinct()
        .toList();
  }

  private Stream<ThrownModel> allThrown() {
    return Stream.concat(
        route.thrown().stream(), providers.stream().flatMap(each -> each.thrown().stream()));
  }

  private static boolean isForeign(ThrownModel.Kind kind) {
    return kind == ThrownModel.Kind.UNCHECKED || kind == ThrownModel.Kind.CHECKED;
  }

  private int status(TypeName type) {
    return model.declared().errors().stream()
        .filter(each -> each.name().equals(type))
        .map(ErrorModel::status)
        .findFirst()
        .orElse(500);
  }

  private static String facts(ThrownModel thrown) {
    var facts = Code.type(thrown.type().generated("Facts")) + ".FACTS";
    var text = thrown.text().isEmpty() ? facts + ".text()" : Literals.string(thrown.text());
    return "%1$s.error(%2$s.status(), %2$s.code(), %3$s)".formatted(ANSWER, facts, text);
  }

  private void error(int status, String code, String text) {
    var known = lines.stream().anyMatch(each -> each.text().contains(", \"" + code + "\", "));
    if (!known) {
      lines.add(
          new Line(
              status,
              "%s.error(%s, %s, %s)"
                  .formatted(ANSWER, status, Literals.string(code), Literals.string(text))));
    }
  }

  /** The body that the route reads, for the documents; empty if it reads none. */
  Optional<String> reads() {
    return parameters()
        .filter(each -> each.source() == Source.BODY)
        .findFirst()
        .map(ParameterModel::value)
        .map(AnswersCode::reads);
  }

  private static String reads(ValueModel body) {
    return isJson(body.type())
        ? CONTENT + ".json(" + SchemaCode.of(body) + ")"
        : CONTENT + ".bytes()";
  }

  /** The values beside the body, for the documents. */
  List<String> takes() {
    var inputs = new ArrayList<String>();
    var seen = new HashSet<String>();
    parameters()
        .map(Input::of)
        .flatMap(each -> each.single(model))
        .filter(each -> isText(each.source()))
        .filter(each -> seen.add(each.source() + " " + each.wireName()))
        .forEach(each -> inputs.add(ParametersCode.of(each, model)));
    return inputs;
  }

  private static boolean isText(Source source) {
    return source == Source.PATH || source == Source.QUERY || source == Source.HEADER;
  }
}

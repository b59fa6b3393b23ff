package dev.covet.processor.model;

import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.data.RuleModel;
import dev.covet.processor.model.data.TableModel;
import dev.covet.processor.model.route.ResultModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ProviderModel;
import dev.covet.processor.model.service.ThrownModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.model.type.ValueSource;
import dev.covet.schema.BuiltInError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides what a route takes, and every status that it can really answer. */
public final class RouteAnswers {
  /** What no annotation says of a {@code Reply}. */
  private static final String REPLY = "May come with headers and cookies of its own.";

  private static final String FORM = "application/x-www-form-urlencoded";

  private final CompilationModel model;
  private final RouteModel route;
  private final Collection<ProviderModel> providers;

  /** The methods of the guards before it. */
  private final List<RouteModel> guards;

  /** The answers of a route, with those of the providers behind its parameters. */
  public RouteAnswers(CompilationModel model, RouteModel route) {
    this.model = model;
    this.route = route;
    this.providers = behind(route, new Providers(model));
    this.providers.removeIf(new Principals(model)::isMadeBy); // credentials are no parameters
    this.guards =
        route.rules().guards().stream()
            .flatMap(each -> model.declared().guard(each.guard()).stream())
            .flatMap(each -> each.routes().stream())
            .distinct()
            .toList();
  }

  private static Set<ProviderModel> behind(RouteModel route, Providers providers) {
    var all = new LinkedHashSet<ProviderModel>();
    route.parameters().stream()
        .filter(each -> each.source() == ValueSource.PROVIDED)
        .forEach(each -> all.addAll(providers.behind(each)));
    return all;
  }

  /** All of them by status; an error of Covet's own stands once, with the first of its texts. */
  public List<AnswerModel> all() {
    var errors = EnumSet.noneOf(BuiltInError.class);
    var ours =
        route.isWebhook()
            ? Stream.<AnswerModel>of()
            : Stream.of(FileAnswers.of(route), handshake(), body(), form(), conflict(), inputs())
                .flatMap(each -> each);
    return Stream.of(missing(route.result()), success(), ours, thrown())
        .flatMap(each -> each)
        .filter(each -> !(each instanceof AnswerModel.Known known) || errors.add(known.error()))
        .distinct()
        .sorted(Comparator.comparingInt(AnswerModel::status))
        .toList();
  }

  private static Stream<AnswerModel> missing(ResultModel result) {
    return switch (result) {
      case ResultModel.Maybe(var _, var what) ->
          Stream.of(new AnswerModel.Known(BuiltInError.NOT_FOUND, what + " not found"));
      case ResultModel.Reply(var of) -> missing(of);
      default -> Stream.of();
    };
  }

  private Stream<AnswerModel> success() {
    var result = route.result().bare();
    if (route.isGuard()) return Stream.of();
    return result instanceof ResultModel.OneOf(var _, var cases, var _)
        ? cases.stream().map(this::success)
        : Stream.of(
            new AnswerModel.Success(route.status(), result, success(route.doc().returns())));
  }

  private AnswerModel success(ResultModel.Case one) {
    var said = model.find(one.record()).map(each -> each.remarks().text()).orElse("");
    return new AnswerModel.Success(one.status(), one.content(), success(said));
  }

  private String success(String said) {
    return Stream.of(said, route.result().isReply() ? REPLY : "")
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  /** What refuses to open a WebSocket. */
  private Stream<AnswerModel> handshake() {
    return route.result() instanceof ResultModel.Messages
        ? Stream.of(
            new AnswerModel.Known(BuiltInError.BAD_REQUEST, "The handshake is malformed."),
            new AnswerModel.Known(
                BuiltInError.FORBIDDEN, "A page of another origin must not open it."),
            new AnswerModel.Known(
                BuiltInError.UPGRADE_REQUIRED, "The request asks for no WebSocket."))
        : Stream.of();
  }

  private Stream<AnswerModel> body() {
    return read().map(ParameterModel::value).stream().flatMap(this::body);
  }

  private Stream<AnswerModel> body(ValueModel body) {
    var answers = new ArrayList<AnswerModel>();
    if (!(body.type() instanceof TypeModel.Stream) || route.rules().bodyBytesMax().isPresent()) {
      answers.add(new AnswerModel.Known(BuiltInError.BODY_BYTES_MAX, "The body is too long."));
    }
    if (body.isJson()) {
      answers.add(
          new AnswerModel.Known(BuiltInError.MALFORMED_JSON, "The body is not valid JSON."));
      answers.add(
          new AnswerModel.Known(
              BuiltInError.UNSUPPORTED_MEDIA_TYPE,
              !fields().isEmpty()
                  ? "The body is neither application/json nor " + FORM + "."
                  : "The body is not application/json."));
    }
    return answers.stream();
  }

  private Stream<AnswerModel> conflict() {
    return parameters()
        .filter(each -> each.source().isBody())
        .filter(each -> conflicts(each.value().type(), new HashSet<>()))
        .map(_ ->
            new AnswerModel.Known(
                BuiltInError.CONFLICT,
                "Another row has this value, or there is no row that it refers to."));
  }

  /** Whether the form has files, so that it is {@code multipart/form-data} alone. */
  public boolean hasUpload() {
    return fields().stream().anyMatch(each -> each.inner().isUpload());
  }

  private Stream<AnswerModel> form() {
    if (hasUpload()) return FileAnswers.ofForm();
    return fields().isEmpty()
        ? Stream.of()
        : Stream.of(
            new AnswerModel.Known(BuiltInError.BODY_BYTES_MAX, "The body is too long."),
            new AnswerModel.Known(BuiltInError.FORM_FIELDS_MAX, "The form has too many fields."),
            new AnswerModel.Known(
                BuiltInError.UNSUPPORTED_MEDIA_TYPE, "The body is not " + FORM + "."));
  }

  /** Whether a value is, holds or changes a row with something unique, a key or a reference. */
  private boolean conflicts(TypeModel type, Set<TypeName> seen) {
    return type.record().filter(name -> conflicts(name, seen)).isPresent();
  }

  private boolean conflicts(TypeName name, Set<TypeName> seen) {
    var table = model.tables().get(name);
    if (table != null) {
      return hasKeyOfClients(name)
          || table.indexes().stream().anyMatch(TableModel.Index::unique)
          || table.columns().stream()
              .anyMatch(each -> each.unique() || each.references().isPresent());
    }
    return seen.add(name)
        && (model.leaves(name).stream().anyMatch(each -> conflicts(each.record(), seen))
            || model.find(name).stream()
                .map(RecordModel::components)
                .flatMap(List::stream)
                .anyMatch(each -> conflicts(each.value().type(), seen)));
  }

  private boolean hasKeyOfClients(TypeName table) {
    return model.find(table).stream()
        .flatMap(each -> each.components().stream())
        .anyMatch(each -> each.role() == ComponentModel.Role.KEY);
  }

  private Stream<AnswerModel> inputs() {
    var answers = new ArrayList<AnswerModel>();
    if (texts().anyMatch(each -> each.source() == ValueSource.QUERY)) {
      answers.add(
          new AnswerModel.Known(
              BuiltInError.QUERY_PARAMETERS_MAX, "The query has too many parameters."));
    }
    if (texts().anyMatch(Input::isLastEventId)) {
      answers.add(
          new AnswerModel.Known(
              BuiltInError.LAST_EVENT_ID_CHARS_MAX, "The Last-Event-ID is too long."));
    }
    if (Stream.concat(texts(), fields().stream()).anyMatch(Input::canBeWrong)
        || asked().anyMatch(this::isStrict)
        || rules().findAny().isPresent()
        || read().filter(each -> each.value().isJson()).isPresent()) {
      answers.add(new AnswerModel.Known(BuiltInError.VALIDATION_ERROR, invalid()));
    }
    return answers.stream();
  }

  /** What is wrong, and the rules of records that group parameters, which no schema shows. */
  private String invalid() {
    return Stream.concat(Stream.of("A value is missing or invalid."), rules())
        .distinct()
        .collect(Collectors.joining("\n\n"));
  }

  /** Those of records whose components are values of their own, and of what limits the whole. */
  private Stream<String> rules() {
    return asked().flatMap(each -> each.groups(model)).flatMap(this::rules);
  }

  private Stream<String> rules(Input group) {
    return Stream.concat(
        group.group(model).stream()
            .flatMap(each -> each.rules().stream())
            .map(RuleModel::described),
        group.value().said());
  }

  private Stream<AnswerModel> thrown() {
    return allThrown().flatMap(each -> thrown(each).stream());
  }

  private Optional<AnswerModel> thrown(ThrownModel thrown) {
    return switch (thrown.kind()) {
      case READY ->
          BuiltInError.of(thrown.type().qualified())
              .map(known -> new AnswerModel.Known(known, said(known, thrown.text())));
      case OWN -> Optional.of(new AnswerModel.Own(thrown.status(), thrown.type(), thrown.text()));
      case UNKNOWN, UNCHECKED, CHECKED -> Optional.empty();
    };
  }

  private static String said(BuiltInError known, String text) {
    return text.isEmpty() ? known.text() : text;
  }

  /** The exceptions of which only an app knows what clients are told. */
  public List<TypeName> throwing() {
    return allThrown()
        .filter(each -> each.visible() && isForeign(each.kind()))
        .map(ThrownModel::type)
        .distinct()
        .toList();
  }

  private static boolean isForeign(ThrownModel.Kind kind) {
    return kind == ThrownModel.Kind.UNCHECKED || kind == ThrownModel.Kind.CHECKED;
  }

  /** The errors of the user's that clients can make from what they are told, each once. */
  public List<ThrownModel> made() {
    var byGuards = guards.stream().flatMap(each -> new RouteAnswers(model, each).allThrown());
    return Stream.concat(allThrown(), byGuards)
        .filter(each -> each.kind() == ThrownModel.Kind.OWN && each.visible())
        .filter(each -> each.making() != ThrownModel.Making.UNKNOWN)
        .map(ThrownModel::withoutText)
        .distinct()
        .toList();
  }

  /** The errors of Covet's own that a signature names, each once; 404 is one in any case. */
  public List<BuiltInError> declared() {
    return allThrown()
        .filter(each -> each.kind() == ThrownModel.Kind.READY)
        .flatMap(each -> BuiltInError.of(each.type().qualified()).stream())
        .filter(each -> each != BuiltInError.NOT_FOUND)
        .distinct()
        .toList();
  }

  /** What a client sends: what services need first, then what the handler takes itself. */
  public List<ParameterModel> sent() {
    var own = route.parameters().stream().filter(each -> isSent(each.source()));
    return Stream.concat(needed().stream(), own).toList();
  }

  private static boolean isSent(ValueSource source) {
    return switch (source) {
      case PATH, QUERY, HEADER, COOKIE, FORM, BODY -> true;
      case PROVIDED, QUALIFIER, ADDRESS, SOCKET -> false;
    };
  }

  /**
   * What a client must send for guards and for the services behind the handler, each once: values
   * of the path, and of query, form and body those that no service does without.
   */
  private List<ParameterModel> needed() {
    var own = route.parameters().stream().map(RouteAnswers::place).collect(Collectors.toSet());
    var byGuards = guards.stream().flatMap(each -> new RouteAnswers(model, each).parameters());
    var byServices =
        providers.stream()
            .filter(ProviderModel::requestScoped)
            .flatMap(each -> each.parameters().stream());
    return Stream.concat(byGuards, byServices)
        .filter(RouteAnswers::isNeeded)
        .filter(each -> own.add(place(each)))
        .sorted(Comparator.comparing(each -> each.source() != ValueSource.PATH))
        .toList();
  }

  private static String place(ParameterModel parameter) {
    return Input.of(parameter).place();
  }

  private static boolean isNeeded(ParameterModel parameter) {
    return switch (parameter.source()) {
      case PATH -> true;
      case QUERY, FORM, BODY -> parameter.required();
      case HEADER, COOKIE, PROVIDED, QUALIFIER, ADDRESS, SOCKET -> false;
    };
  }

  private Stream<ThrownModel> allThrown() {
    return Stream.concat(
        route.thrown().stream(), providers.stream().flatMap(each -> each.thrown().stream()));
  }

  /** The body that is read; empty if none is. */
  public Optional<ParameterModel> read() {
    return parameters().filter(each -> each.source() == ValueSource.BODY).findFirst();
  }

  /** The values beside the body, each once. */
  public List<Input> taken() {
    return once(texts());
  }

  /** The fields of the form that is the body, or may be it, each once. */
  public List<Input> fields() {
    return once(singles().filter(each -> each.source() == ValueSource.FORM));
  }

  /** What is read twice must be sent if one of both needs it. */
  private static List<Input> once(Stream<Input> all) {
    var found = new LinkedHashMap<String, Input>();
    all.forEach(each ->
        found.merge(
            each.place(),
            each,
            (first, other) -> first.required() || !other.required() ? first : other));
    return List.copyOf(found.values());
  }

  /** Whether the form is refused that has other fields. */
  public boolean isStrictForm() {
    return asked().anyMatch(each -> each.isStrict(ValueSource.FORM, model))
        && fields().stream().noneMatch(Input::isMap);
  }

  private boolean isStrict(Input input) {
    return input.isStrict(ValueSource.QUERY, model) || input.isStrict(ValueSource.FORM, model);
  }

  private Stream<Input> texts() {
    return singles().filter(each -> each.source().isText());
  }

  private Stream<Input> singles() {
    return asked().flatMap(each -> each.single(model));
  }

  private Stream<Input> asked() {
    return parameters().map(each -> each.orForm() ? Input.ofForm(each) : Input.of(each));
  }

  private Stream<ParameterModel> parameters() {
    return Stream.concat(
        route.parameters().stream(),
        providers.stream().flatMap(each -> each.parameters().stream()));
  }
}

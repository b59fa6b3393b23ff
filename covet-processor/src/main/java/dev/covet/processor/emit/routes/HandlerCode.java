package dev.covet.processor.emit.routes;

import dev.covet.processor.emit.bind.BindCode;
import dev.covet.processor.emit.bind.CodecCode;
import dev.covet.processor.emit.bind.Constants;
import dev.covet.processor.emit.services.Services;
import dev.covet.processor.emit.services.ThrowsCode;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.Names;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Input;
import dev.covet.processor.model.Providers;
import dev.covet.processor.model.route.ResultModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.route.RoutesModel;
import dev.covet.processor.model.service.KeyModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the handler of one route, or what asks a guard: bind, call, answer. */
final class HandlerCode {
  /** Names that the template uses. */
  private static final List<String> TAKEN =
      List.of("request", "scope", "problems", "result", "bodies", "e", "answer");

  private static final List<String> TAKEN_BY_GUARDS =
      List.of("request", "scope", "problems", "e", "next");

  /** What handles a request. */
  private static final String HANDLER =
      """
      private record %1$s(%2$s) implements `dev.covet.web.http.Handler` {
        @`Override`
        public `dev.covet.web.http.Response` handle(`dev.covet.web.http.Request` request) {
          %3$s
        }
      }
      """;

  /** What lets a request through to another handler. */
  private static final String GUARD =
      """
      private record %1$s(%2$s) implements `dev.covet.web.http.Middleware` {
        @`Override`
        public `dev.covet.web.http.Response` handle(`dev.covet.web.http.Request` request, `dev.covet.web.http.Handler` next) {
          %3$s
        }
      }
      """;

  private final TypeName owner;
  private final RouteModel route;
  private final String name;
  private final Names names;
  private final String target;
  private final BindCode bind;
  private final BindCode body;
  private final ResultCode result;
  private final Services services;
  private final Map<ParameterModel, String> arguments = new LinkedHashMap<>();

  /**
   * The handler of one route.
   *
   * @param name of the record that is written
   */
  HandlerCode(
      CompilationModel model, TypeName owner, RouteModel route, String name, Constants constants) {
    this.owner = owner;
    this.route = route;
    this.names = Names.ofComponents(route.isGuard() ? TAKEN_BY_GUARDS : TAKEN);
    this.name = JavaCode.own(name);
    this.services = new Services(model);
    this.result = new ResultCode(route, new CodecCode(constants), model);
    this.target = names.fresh(Literals.decapitalized(owner.simple()));
    provided().forEach(each -> arguments.put(each, argument(each)));
    route.read().ifPresent(each -> arguments.put(each, names.of(each.name())));
    var read = read(route, model);
    this.bind = new BindCode(model, constants, names, read);
    this.body = new BindCode(model, constants, names, read);
  }

  private String argument(ParameterModel parameter) {
    return isRequest(parameter) ? "request" : names.of(parameter.name()) + ".get(scope)";
  }

  /** The expression that makes it, where its target and the slots' wiring are in scope. */
  String creation(String targetSlot) {
    var arguments = new ArrayList<String>();
    if (!route.isStatic()) arguments.add(targetSlot);
    if (needsBodies()) arguments.add("bodies");
    slots().forEach(each -> arguments.add(services.slot(each)));
    route.read().ifPresent(_ -> arguments.add("given"));
    return "new %s(%s)".formatted(name, String.join(", ", arguments));
  }

  /** The record. */
  String declaration() {
    return Template.fill(route.isGuard() ? GUARD : HANDLER, name, fields(), statements());
  }

  private String fields() {
    var fields = new ArrayList<String>();
    if (!route.isStatic()) {
      fields.add("`dev.covet.base.inject.Slot`<" + JavaCode.type(owner) + "> " + target);
    }
    if (needsBodies()) fields.add("`dev.covet.web.bind.Bodies` bodies");
    slots().forEach(each -> fields.add(Services.declared(each, names.of(each.name()))));
    route
        .read()
        .map(each -> JavaCode.names(each.key().type()) + " " + names.of(each.name()))
        .ifPresent(fields::add);
    return String.join(", ", fields);
  }

  private String statements() {
    var lines = new ArrayList<String>();
    if (isSocket()) lines.add("bodies.checkSocket(request);");
    if (!route.isStatic() || !slots().isEmpty()) {
      lines.add("var scope = `dev.covet.web.bind.Bind`.scope(request);");
    }
    ValueSource.TEXTS.stream()
        .flatMap(source -> of(source).stream())
        .forEach(each -> arguments.put(each, bind.add(Input.of(each))));
    var binds = slots().stream().map(this::bound).toList();
    if (!route.isGuard()) body.addStrict(ValueSource.QUERY);
    of(ValueSource.FORM).forEach(each -> arguments.put(each, body.add(Input.of(each))));
    body.addStrict(ValueSource.FORM);
    of(ValueSource.BODY).stream().filter(HandlerCode::isJson).forEach(this::json);
    var problems = !bind.statements().isEmpty() || !binds.isEmpty() || !body.statements().isEmpty();
    if (problems) lines.add("var problems = `dev.covet.web.bind.Bind`.problems(request);");
    lines.add(bind.statements());
    lines.addAll(binds);
    lines.add(body.statements());
    of(ValueSource.BODY).stream()
        .filter(each -> !isJson(each))
        .map(this::bytes)
        .forEach(lines::add);
    if (problems) lines.add("problems.orThrow();");
    lines.add(isSocket() ? socket() : ThrowsCode.around(answer(), route.thrown()));
    return Template.lines(lines);
  }

  private boolean isSocket() {
    return route.result() instanceof ResultModel.Messages;
  }

  /** What it asks for is made before the client is told that there is a socket. */
  private String socket() {
    var lines = new ArrayList<String>();
    for (var each : slots()) {
      var made = names.fresh(each.name());
      lines.add("var %s = %s;".formatted(made, arguments.get(each)));
      arguments.put(each, made);
    }
    route.socket().ifPresent(each -> arguments.put(each, names.of(each.name())));
    var socket = route.socket().map(arguments::get).orElseThrow();
    var isPlain = route.isStatic() && route.parameters().size() == 1;
    var talk = isPlain ? JavaCode.type(owner) + "::" + route.javaName() : socket + " -> " + call();
    lines.add("return " + result.response(talk) + ";");
    return Template.lines(lines);
  }

  /** The set of all names that are read of the query; empty if there are none. */
  Optional<String> queries() {
    return bind.names(ValueSource.QUERY);
  }

  /** All that is read of the request, also by what provides services. */
  private static List<Input> read(RouteModel route, CompilationModel model) {
    var guards =
        route.rules().guards().stream()
            .flatMap(each -> model.declared().guard(each.guard()).stream())
            .flatMap(RoutesModel::read);
    return Stream.concat(route.parameters().stream(), guards)
        .flatMap(each -> Stream.concat(Stream.of(each), new Providers(model).readBy(each)))
        .map(Input::of)
        .toList();
  }

  private String bound(ParameterModel slot) {
    return names.of(slot.name()) + ".bind(scope, problems);";
  }

  private static boolean isJson(ParameterModel body) {
    return body.value().isJson();
  }

  private void json(ParameterModel each) {
    arguments.put(each, body.addBody("bodies", each));
  }

  private String bytes(ParameterModel each) {
    var variable = names.of(each.name());
    arguments.put(each, variable);
    return "var %s = %s;".formatted(variable, BindCode.bytes(each));
  }

  private String answer() {
    var call = call();
    if (result.isNothing()) {
      return call
          + ";\nreturn "
          + (route.isGuard() ? "next.handle(request)" : result.response(""))
          + ";";
    }
    return isPlain(route.result())
        ? "return " + result.response(call) + ";"
        : "var result = %s;\nreturn %s;".formatted(result.found(call), result.response("result"));
  }

  private String call() {
    return "%s.%s(%s)"
        .formatted(
            route.isStatic() ? JavaCode.type(owner) : target + ".get(scope)",
            route.javaName(),
            Template.list(route.parameters(), each -> String.valueOf(arguments.get(each))));
  }

  private static boolean isPlain(ResultModel result) {
    return result instanceof ResultModel.Plain || result instanceof ResultModel.Raw;
  }

  private List<ParameterModel> of(ValueSource source) {
    return route.parameters().stream().filter(each -> each.source() == source).toList();
  }

  private List<ParameterModel> provided() {
    return of(ValueSource.PROVIDED);
  }

  private List<ParameterModel> slots() {
    return provided().stream().filter(each -> !isRequest(each)).toList();
  }

  private static boolean isRequest(ParameterModel parameter) {
    return parameter.key().same(KeyModel.of("dev.covet.web.http.Request"));
  }

  private boolean needsBodies() {
    return ResultCode.needsBodies(route.result()) || readsJson();
  }

  private boolean readsJson() {
    return of(ValueSource.BODY).stream().anyMatch(HandlerCode::isJson);
  }
}

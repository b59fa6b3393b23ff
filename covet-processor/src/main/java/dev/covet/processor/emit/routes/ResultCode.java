package dev.covet.processor.emit.routes;

import dev.covet.processor.emit.bind.CodecCode;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.route.HttpMethod;
import dev.covet.processor.model.route.ResultModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.ValueModel;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes how a handler's result becomes a response. */
record ResultCode(RouteModel route, CodecCode codecs, CompilationModel model) {
  private static final String RESPONSE = "`dev.covet.web.http.Response`";
  private static final String BODIES = "`dev.covet.web.bind.Bodies`";

  /** Whether it is written by the app's JSON. */
  static boolean needsBodies(ResultModel result) {
    return switch (result.bare()) {
      case ResultModel.Json _, ResultModel.Values _, ResultModel.Messages _ -> true;
      case ResultModel.OneOf(var _, var cases, var _) ->
          cases.stream().anyMatch(each -> needsBodies(each.content()));
      case ResultModel.Nothing _, ResultModel.Plain _, ResultModel.Raw _ -> false;
      case ResultModel.Unresolved _ -> false;
    };
  }

  /** Whether the handler gives nothing at all. */
  boolean isNothing() {
    return route.result() instanceof ResultModel.Nothing;
  }

  /** What is made of the call: itself, or what it has found. */
  String found(String call) {
    return route.result() instanceof ResultModel.Maybe(var _, var what)
        ? "%s.found(%s, %s)".formatted(BODIES, call, Literals.string(what))
        : call;
  }

  /** The response for a value that is in a variable, or for nothing. */
  String response(String variable) {
    return route.result() instanceof ResultModel.Maybe(var of, var _)
        ? response(of, variable)
        : response(route.result(), variable);
  }

  private String response(ResultModel result, String value) {
    return response(result, route.status(), value);
  }

  private String response(ResultModel result, int status, String value) {
    return switch (result) {
      case ResultModel.Nothing _ -> RESPONSE + ".empty(" + status + ")";
      case ResultModel.Json(var type) ->
          "bodies.json(request, %s, %s, %s)".formatted(status, codecs.output(type), value)
              + jsonType()
              + version(type.type(), value);
      case ResultModel.Values values when values.isEvents() ->
          "bodies.events(%s, %s, %s)".formatted(status, codecs.output(values.each()), value);
      case ResultModel.Values(var _, var each) ->
          "bodies.values(%s, %s, %s, %s)%s"
              .formatted(status, codecs.output(each), value, type("application/json"), varying());
      case ResultModel.OneOf(var _, var cases, var _) ->
          "switch (%s) {\n%s\n}".formatted(value, Template.lines(cases, this::answer));
      case ResultModel.Maybe(var of, var what) ->
          response(of, "%s.found(%s, %s)".formatted(BODIES, value, Literals.string(what)));
      case ResultModel.Reply(var of) ->
          "%s.as(%s, %s)".formatted(BODIES, value, response(of, value + ".value()"));
      case ResultModel.Text _ -> RESPONSE + ".text(" + value + ")" + textType() + withStatus();
      case ResultModel.Html _ -> RESPONSE + ".html(" + value + ")" + textType() + withStatus();
      case ResultModel.Bytes _ ->
          "%s.bytes(%s, %s)".formatted(RESPONSE, mediaType(), value) + withStatus();
      case ResultModel.Stream _ ->
          "%s.stream(%s, %s, %s)".formatted(BODIES, status, mediaType(), value);
      case ResultModel.File _ ->
          RESPONSE + ".file(" + value + ")" + saidType(UnaryOperator.identity()) + withStatus();
      case ResultModel.Messages(var received, var sent) ->
          "bodies.socket(request, %s, %s, %s)"
              .formatted(
                  form(received, codecs.input(received)), form(sent, codecs.output(sent)), value);
      case ResultModel.Raw _ -> value;
      case ResultModel.Unresolved _ ->
          throw new IllegalArgumentException("javac reports an unresolved type");
    };
  }

  private static String form(ValueModel value, String codec) {
    return MessageCode.form(value, () -> "bodies.messages(" + codec + ")");
  }

  private String answer(ResultModel.Case one) {
    var variable = one.content() instanceof ResultModel.Nothing ? "_" : "answer";
    return "  case %s %s -> %s;"
        .formatted(
            JavaCode.type(one.record()), variable, response(one.content(), one.status(), "answer"));
  }

  /** The type of an answer: the usual one, the one that is said, or one of several. */
  private String type(String usual) {
    var types = route.http().produces().stream().map(Literals::string).toList();
    return switch (types.size()) {
      case 0 -> Literals.string(usual);
      case 1 -> types.getFirst();
      default -> BODIES + ".accepted(request, %s)".formatted(String.join(", ", types));
    };
  }

  /** What caches are told where there are several types. */
  private String varying() {
    return route.http().produces().size() > 1 ? ".plusHeader(\"Vary\", \"Accept\")" : "";
  }

  private String jsonType() {
    var said = route.http().produces();
    return said.isEmpty() || said.equals(List.of("application/json"))
        ? ""
        : ".withHeader(\"Content-Type\", %s)%s".formatted(type(""), varying());
  }

  /**
   * What clients are told of the version of a row, where they are to say which they have seen. What
   * puts a row must not say how it was kept (RFC 9110, 9.3.4).
   */
  private String version(TypeModel type, String value) {
    var tells =
        route.rules().uses().stream()
            .map(each -> each.middleware().simple())
            .anyMatch(each ->
                each.equals("ETags")
                    || (each.equals("IfMatchRequired") && route.http().method() != HttpMethod.PUT));
    return tells && type instanceof TypeModel.RecordType(var name)
        ? model
            .version(name)
            .map(each ->
                ".withHeader(\"ETag\", \"\\\"\" + %s.%s() + \".\\\"\")".formatted(value, each))
            .orElse("")
        : "";
  }

  /** Several types are a finding where there is only one body. */
  private Optional<String> said() {
    return route.http().produces().stream().findFirst();
  }

  private String mediaType() {
    return Literals.string(said().orElse("application/octet-stream"));
  }

  private String textType() {
    return saidType(ResultCode::utf8);
  }

  /** The type that the route says in the place of the usual one, or of that of a file's name. */
  private String saidType(UnaryOperator<String> as) {
    return said()
        .map(as)
        .map(type -> ".withHeader(\"Content-Type\", " + Literals.string(type) + ")")
        .orElse("");
  }

  /** Texts are written in UTF-8, and say so. */
  private static String utf8(String mediaType) {
    return mediaType.contains("charset") ? mediaType : mediaType + "; charset=utf-8";
  }

  private String withStatus() {
    return route.status() == 200 ? "" : ".withStatus(" + route.status() + ")";
  }
}

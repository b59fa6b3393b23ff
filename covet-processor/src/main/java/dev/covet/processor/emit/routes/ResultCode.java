package dev.covet.processor.emit.routes;

import dev.covet.api.Produces;
import dev.covet.processor.emit.bind.CodecCode;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.model.ResultModel;
import dev.covet.processor.model.RouteModel;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes how a handler's result becomes a response. */
final class ResultCode {
  private static final String RESPONSE = "`dev.covet.web.http.Response`";
  private static final String BODIES = "`dev.covet.web.bind.Bodies`";

  /** What JSON and JSON Lines are called without a word. */
  private static final Set<String> USUAL = Set.of("application/json", Produces.JSON_LINES);

  private final RouteModel route;
  private final CodecCode codecs;

  ResultCode(RouteModel route, CodecCode codecs) {
    this.route = route;
    this.codecs = codecs;
  }

  /** Whether it is written by the app's JSON. */
  static boolean needsBodies(ResultModel result) {
    return switch (result.bare()) {
      case ResultModel.Json _, ResultModel.Values _ -> true;
      case ResultModel.OneOf(var _, var cases) ->
          cases.stream().anyMatch(each -> needsBodies(each.content()));
      case ResultModel.Nothing _,
          ResultModel.Maybe _,
          ResultModel.Text _,
          ResultModel.Html _,
          ResultModel.Bytes _,
          ResultModel.Stream _,
          ResultModel.Reply _,
          ResultModel.Raw _,
          ResultModel.Unresolved _ ->
          false;
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
          "bodies.json(request, %s, %s, %s)".formatted(status, codecs.output(type), value) + type();
      case ResultModel.Values(var each) ->
          "bodies.%s(%s, %s, %s)"
                  .formatted(
                      route.writesLines() ? "lines" : "array", status, codecs.output(each), value)
              + type();
      case ResultModel.OneOf(var _, var cases) ->
          "switch (%s) {\n%s\n}"
              .formatted(value, cases.stream().map(this::answer).collect(Collectors.joining("\n")));
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
      case ResultModel.Raw _ -> value;
      case ResultModel.Unresolved _ ->
          throw new IllegalArgumentException("javac reports an unresolved type");
    };
  }

  private String answer(ResultModel.Case one) {
    var variable = one.content() instanceof ResultModel.Nothing ? "_" : "answer";
    return "  case %s %s -> %s;"
        .formatted(
            JavaCode.type(one.record()), variable, response(one.content(), one.status(), "answer"));
  }

  private String mediaType() {
    return Literals.string(route.http().produces().orElse("application/octet-stream"));
  }

  /** JSON and bytes are of the very type that is said. */
  private String type() {
    return route
        .http()
        .produces()
        .filter(each -> !USUAL.contains(each))
        .map(ResultCode::ofType)
        .orElse("");
  }

  private String textType() {
    return route.http().produces().map(ResultCode::utf8).map(ResultCode::ofType).orElse("");
  }

  private static String ofType(String mediaType) {
    return ".withHeader(\"Content-Type\", " + Literals.string(mediaType) + ")";
  }

  /** Texts are written in UTF-8, and say so. */
  private static String utf8(String mediaType) {
    return mediaType.contains("charset") ? mediaType : mediaType + "; charset=utf-8";
  }

  private String withStatus() {
    return route.status() == 200 ? "" : ".withStatus(" + route.status() + ")";
  }
}

package dev.covet.processor.emit.routes;

import dev.covet.processor.emit.bind.CodecCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.model.ResultModel;
import dev.covet.processor.model.RouteModel;

/** Writes how a handler's result becomes a response. */
final class ResultCode {
  private static final String RESPONSE = "`dev.covet.web.http.Response`";
  private static final String BODIES = "`dev.covet.web.bind.Bodies`";

  private final RouteModel route;
  private final CodecCode codecs;

  ResultCode(RouteModel route, CodecCode codecs) {
    this.route = route;
    this.codecs = codecs;
  }

  /** Whether it is written by the app's JSON. */
  static boolean isJson(ResultModel result) {
    return result.bare() instanceof ResultModel.Json;
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
    var status = route.status();
    return switch (result) {
      case ResultModel.Nothing _ -> RESPONSE + ".empty(" + status + ")";
      case ResultModel.Json(var type) ->
          "bodies.json(request, %s, %s, %s)".formatted(status, codecs.output(type), value);
      case ResultModel.Maybe(var of, var what) ->
          response(of, "%s.found(%s, %s)".formatted(BODIES, value, Literals.string(what)));
      case ResultModel.Reply(var of) ->
          "%s.as(%s, %s)".formatted(BODIES, value, response(of, value + ".value()"));
      case ResultModel.Text _ -> RESPONSE + ".text(" + value + ")" + type() + withStatus();
      case ResultModel.Html _ -> RESPONSE + ".html(" + value + ")" + withStatus();
      case ResultModel.Bytes _ ->
          "%s.bytes(%s, %s)".formatted(RESPONSE, mediaType(), value) + withStatus();
      case ResultModel.Stream _ ->
          "%s.stream(%s, %s, %s)".formatted(BODIES, status, mediaType(), value);
      case ResultModel.Raw _ -> value;
      case ResultModel.Unresolved _ ->
          throw new IllegalArgumentException("javac reports an unresolved type");
    };
  }

  private String mediaType() {
    return Literals.string(route.http().produces().orElse("application/octet-stream"));
  }

  private String type() {
    return route
        .http()
        .produces()
        .map(type -> ".withHeader(\"Content-Type\", " + Literals.string(utf8(type)) + ")")
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

package dev.covet.processor.emit.routes;

import dev.covet.processor.emit.bind.TextCode;
import dev.covet.processor.emit.codec.ValueCode;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.Names;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Input;
import dev.covet.processor.model.RouteAnswers;
import dev.covet.processor.model.route.ResultModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ThrownModel;
import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.model.type.ValueSource;
import dev.covet.schema.BuiltInError;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the method of a client that calls one route: send each value, read the answer. */
final class ClientCode {
  private final CompilationModel model;
  private final RouteModel route;
  private final RouteAnswers answers;
  private final ValueCode given;
  private final ValueCode got;
  private final Names names = new Names(List.of());

  ClientCode(CompilationModel model, RouteModel route) {
    this.model = model;
    this.route = route;
    this.answers = new RouteAnswers(model, route);
    this.given = route.isWebhook() ? ValueCode.OUTPUT : ValueCode.INPUT;
    this.got = route.isWebhook() ? ValueCode.INPUT : ValueCode.OUTPUT;
  }

  /** The method. */
  String method() {
    var parameters = Template.list(answers.sent(), this::parameter);
    return Template.fill(
        """
        %1$spublic %2$s %3$s(%4$s) {
          %5$s%6$s;
        }
        """,
        deprecation(),
        isNothing() ? "void" : type(route.result()),
        route.javaName(),
        parameters,
        isNothing() ? "" : "return ",
        call());
  }

  /**
   * The method of a class that implements an interface.
   *
   * @param protection the field with the rules by which it calls; empty for none
   */
  String call(Optional<String> protection) {
    var parameters = Template.list(route.parameters(), this::overriding);
    return Template.fill(
        """
        %1$s@`Override`
        public %2$s %3$s(%4$s) {
          %5$s%6$s;
        }
        """,
        deprecation(),
        isNothing() ? "void" : type(route.result()),
        route.javaName(),
        parameters,
        isNothing() ? "" : "return ",
        protection
            .map(field ->
                "this.%s.call(\n      () ->\n          %s)"
                    .formatted(field, call().replace("\n", "\n        ")))
            .orElseGet(this::call));
  }

  private String overriding(ParameterModel parameter) {
    var type = JavaCode.names(parameter.key().type());
    var isNullable = parameter.value().nullable() && !JavaCode.primitive(parameter.value().type());
    return (isNullable ? JavaCode.annotated(type) : type) + " " + names.of(parameter.name());
  }

  private String deprecation() {
    return route.rules().remarks().deprecated() ? "@`SuppressWarnings`(\"deprecation\")\n" : "";
  }

  private String call() {
    var calls =
        Stream.of(
                answers.sent().stream().flatMap(this::calls),
                answers.made().stream().map(this::raises),
                answers.declared().stream().map(ClientCode::raises),
                route.socket().isPresent()
                    ? Stream.of("." + read(route.result()))
                    : Stream.of(".send()", "." + read(route.result())))
            .flatMap(each -> each)
            .toList();
    return Template.chained(
            "`dev.covet.gen.ClientCall`.of(%s, `dev.covet.web.http.Method`.%s, %s)"
                .formatted(
                    caller(),
                    route.http().method().text(),
                    Literals.string(route.isWebhook() ? "" : route.http().template())),
            calls)
        .replace("\n        ", "\n      ");
  }

  private String caller() {
    return route
        .address()
        .map(address -> "this.callers.apply(" + names.of(address.name()) + ")")
        .orElse("this.caller");
  }

  private boolean isNothing() {
    return route.result() instanceof ResultModel.Nothing;
  }

  private String parameter(ParameterModel parameter) {
    var type = parameter.value().type();
    var declared =
        parameter.value().nullable() && !(type instanceof TypeModel.Bytes)
            ? JavaCode.nullable(type)
            : JavaCode.type(type);
    return declared + " " + names.of(parameter.name());
  }

  private Stream<String> calls(ParameterModel parameter) {
    var name = names.of(parameter.name());
    return parameter.source() == ValueSource.BODY
        ? Stream.of(body(parameter.value().type(), name))
        : calls(Input.of(parameter), name);
  }

  /** A record that groups values is sent component by component. */
  private Stream<String> calls(Input input, String value) {
    return input
        .group(model)
        .map(group ->
            group.components().stream()
                .flatMap(each ->
                    calls(Input.of(each, input.source()), value + "." + each.name() + "()")))
        .orElseGet(() -> Stream.of(call(input, value)));
  }

  private String call(Input input, String value) {
    if (input.inner().type() instanceof TypeModel.MapOf map && input.isMap()) {
      return ".%s(%s, %s, %s)"
          .formatted(
              input.source() == ValueSource.FORM ? "forms" : "queries",
              given.codec(map.value().type()),
              input.value().type() instanceof TypeModel.OptionalOf
                  ? value + ".orElse(null)"
                  : value,
              known(input.source()));
    }
    if (input.inner().isUpload()) {
      return ".%s(%s, %s)"
          .formatted(
              input.inner().type() instanceof TypeModel.Upload ? "file" : "files",
              Literals.string(input.wireName()),
              input.value().type() instanceof TypeModel.OptionalOf
                  ? value + ".orElse(null)"
                  : value);
    }
    return ".%s(%s, %s)"
        .formatted(
            input.source().name().toLowerCase(Locale.ROOT),
            Literals.string(input.wireName()),
            written(input.value().type(), value));
  }

  /** The names that the route reads otherwise. */
  private String known(ValueSource source) {
    var inputs = source == ValueSource.FORM ? answers.fields() : answers.taken();
    return TextCode.names(inputs.stream().filter(each -> each.source() == source));
  }

  private String body(TypeModel type, String value) {
    return switch (type) {
      case TypeModel.Bytes _ -> ".bytes(" + value + ")";
      case TypeModel.Stream _ -> ".stream(" + value + ")";
      default -> ".json(" + written(type, value) + ")";
    };
  }

  /** A codec and what it writes. */
  private String written(TypeModel type, String value) {
    return type instanceof TypeModel.OptionalOf(var inner)
        ? written(inner.type(), value + ".orElse(null)")
        : given.codec(type) + ", " + value;
  }

  private String raises(ThrownModel error) {
    var type = JavaCode.type(error.type());
    return ".raises(%s.FACTS, %s)"
        .formatted(
            JavaCode.type(error.type().generated("Facts")),
            error.making() == ThrownModel.Making.MESSAGE
                ? type + "::new"
                : "_ -> new " + type + "()");
  }

  private static String raises(BuiltInError error) {
    return ".raises(`dev.covet.schema.BuiltInError`.%s)".formatted(error.name());
  }

  /** The call that makes the handler's result of the answer. */
  private String read(ResultModel result) {
    return switch (result) {
      case ResultModel.Nothing _ -> "nothing()";
      case ResultModel.Json(var value) -> "json(" + got.codec(value.type()) + ")";
      case ResultModel.Text _ -> "text()";
      case ResultModel.Html _ -> "html()";
      case ResultModel.Bytes _, ResultModel.File _ -> "bytes()";
      case ResultModel.Stream _ -> "stream()";
      case ResultModel.Raw _ -> "response()";
      case ResultModel.Values values when values.isEvents() ->
          "events(" + (isText(values.each()) ? "" : got.codec(values.each().type())) + ")";
      case ResultModel.Values(var _, var each) -> "values(" + got.codec(each.type()) + ")";
      case ResultModel.OneOf one ->
          "<%s>oneOf(%s)"
              .formatted(JavaCode.type(one.type()), Template.list(one.cases(), this::one));
      case ResultModel.Maybe(var of, var _) -> "maybe(" + reading(of) + ")";
      case ResultModel.Reply(var of) -> "reply(" + reading(of) + ")";
      case ResultModel.Messages(var received, var sent) ->
          "socket(%s, %s)".formatted(form(sent, got), form(received, given));
      case ResultModel.Unresolved _ ->
          throw new IllegalArgumentException("javac reports an unresolved type");
    };
  }

  private static String form(ValueModel value, ValueCode view) {
    return MessageCode.form(
        value,
        () -> "`dev.covet.gen.ClientCall`.messages(" + view.codec(value.inner().type()) + ")");
  }

  private static boolean isText(ValueModel value) {
    return value.type() instanceof TypeModel.Scalar(var kind, var _) && kind == ScalarKind.STRING;
  }

  private String one(ResultModel.Case one) {
    return one.content() instanceof ResultModel.Nothing
        ? "`dev.covet.gen.ClientCase`.empty(%s, new %s())"
            .formatted(one.status(), JavaCode.type(one.record()))
        : "`dev.covet.gen.ClientCase`.json(%s, %s)"
            .formatted(one.status(), got.codec(new TypeModel.RecordType(one.record())));
  }

  private String reading(ResultModel result) {
    var answer = names.fresh("answer");
    return answer + " -> " + answer + "." + read(result);
  }

  private static String type(ResultModel result) {
    return switch (result) {
      case ResultModel.Nothing _ -> "`Void`";
      case ResultModel.Json(var value) -> JavaCode.type(value.type());
      case ResultModel.Text _ -> "`String`";
      case ResultModel.Html _ -> "`dev.covet.api.Html`";
      case ResultModel.Bytes _, ResultModel.File _ -> "byte[]";
      case ResultModel.Stream _ -> "`java.io.InputStream`";
      case ResultModel.Raw _ -> "`dev.covet.web.http.Response`";
      case ResultModel.Values values ->
          (values.isEvents()
                  ? "`java.util.stream.Stream`<`dev.covet.web.stream.Event`<%s>>"
                  : "`java.util.stream.Stream`<%s>")
              .formatted(JavaCode.reference(ValueModel.of(values.each().type())));
      case ResultModel.Messages(var received, var sent) ->
          "`dev.covet.web.stream.Socket`<%s, %s>"
              .formatted(
                  JavaCode.reference(ValueModel.of(sent.type())),
                  JavaCode.reference(ValueModel.of(received.type())));
      case ResultModel.OneOf one -> JavaCode.type(one.type());
      case ResultModel.Maybe(var of, var _) -> "`java.util.Optional`<" + reference(of) + ">";
      case ResultModel.Reply(var of) -> "`dev.covet.api.Reply`<" + reference(of) + ">";
      case ResultModel.Unresolved _ ->
          throw new IllegalArgumentException("javac reports an unresolved type");
    };
  }

  private static String reference(ResultModel result) {
    return result instanceof ResultModel.Json(var value)
        ? JavaCode.reference(ValueModel.of(value.type()))
        : type(result);
  }
}

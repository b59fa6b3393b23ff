package dev.covet.processor.check.value;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Input;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueSource;
import dev.covet.processor.model.type.Where;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules for the types of what is read from requests: of texts in a path, a query, a form. */
record InputTypeChecks(CompilationModel model, TypeChecks types) {
  /** What a parameter that is read from a request can be. */
  Stream<Finding> of(ParameterModel parameter) {
    var type = parameter.value().type();
    return switch (parameter.source()) {
      case BODY -> parameter.orForm() ? either(parameter) : types.body(type, parameter.where());
      case PATH -> text(type, parameter.source(), parameter.where());
      case QUERY, HEADER, COOKIE, FORM ->
          type instanceof TypeModel.RecordType(var name)
              ? group(name, parameter.source(), Set.of())
              : text(type, parameter.source(), parameter.where());
      case PROVIDED, QUALIFIER, ADDRESS, SOCKET -> Stream.of();
    };
  }

  /** What a parameter can be that others than a route read, which do not know what it reads. */
  Stream<Finding> apart(ParameterModel parameter) {
    var findings = of(parameter).toList();
    return findings.isEmpty()
        ? maps(parameter).limit(1).map(each -> unknown(parameter, each))
        : findings.stream();
  }

  private static Finding unknown(ParameterModel parameter, Input map) {
    return new Finding(
        Code.NO_CODEC,
        parameter.where(),
        "\"%s\" cannot be all other values of the %s: only a handler knows what its route reads."
            .formatted(parameter.name(), map.source().word()),
        "Take the map in the handler, or read what you need by its name.");
  }

  /** A second map would hold what the first one does. */
  Stream<Finding> twice(RouteModel route) {
    var first = new HashMap<ValueSource, ParameterModel>();
    return route.parameters().stream()
        .filter(each -> of(each).findAny().isEmpty())
        .flatMap(each ->
            maps(each).flatMap(map -> twice(map, each, first.putIfAbsent(map.source(), each))));
  }

  private static Stream<Finding> twice(
      Input map, ParameterModel parameter, @Nullable ParameterModel other) {
    return other == null
        ? Stream.of()
        : Stream.of(
            new Finding(
                Code.NO_CODEC,
                parameter.where(),
                "\"%s\" cannot be all other values of the %s: %s."
                    .formatted(
                        parameter.name(),
                        map.source().word(),
                        other.equals(parameter)
                            ? "it has two maps"
                            : "\"" + other.name() + "\" is"),
                "Keep one map."));
  }

  /** The maps in a parameter that was found to be right. */
  private Stream<Input> maps(ParameterModel parameter) {
    var input = parameter.orForm() ? Input.ofForm(parameter) : Input.of(parameter);
    return input.single(model).filter(Input::isMap);
  }

  /** What may be JSON and may be a form must be right as both. */
  private Stream<Finding> either(ParameterModel parameter) {
    var form = Input.ofForm(parameter).value().type();
    return form instanceof TypeModel.RecordType(var name)
        ? Stream.concat(
            types.json(form, parameter.where(), false), group(name, ValueSource.FORM, Set.of()))
        : Stream.of(
            new Finding(
                Code.NO_CODEC,
                parameter.where(),
                "%s cannot be both JSON and a form.".formatted(TypeChecks.shown(form)),
                "Use a record, whose components are the fields, or remove @Body or @Form."));
  }

  /** A record whose components are values of their own, however deep. */
  private Stream<Finding> group(TypeName name, ValueSource source, Set<TypeName> around) {
    var inside = new HashSet<>(around);
    inside.add(name);
    return model.find(name).stream()
        .flatMap(record -> record.components().stream())
        .filter(each -> each.role().input())
        .flatMap(each ->
            each.value().type() instanceof TypeModel.RecordType(var inner)
                ? inner(inner, each.source().orElse(source), each.where(), inside)
                : text(each.value().type(), each.source().orElse(source), each.where()));
  }

  private Stream<Finding> inner(
      TypeName inner, ValueSource source, Where where, Set<TypeName> around) {
    return around.contains(inner)
        ? Stream.of(noText(inner.simple() + ", which is around it,", source, where))
        : group(inner, source, around);
  }

  private Stream<Finding> text(TypeModel type, ValueSource source, Where where) {
    return switch (type) {
      case TypeModel.Scalar _, TypeModel.EnumType _, TypeModel.Coded _, TypeModel.Unresolved _ ->
          Stream.of();
      case TypeModel.ValueClass(var name, var _, var _) -> types.foreign(name, where);
      case TypeModel.Upload _ ->
          source == ValueSource.FORM ? Stream.of() : Stream.of(noUpload(where));
      case TypeModel.ManyOf many when many.element().isUpload() ->
          Stream.of(noUploads(many, where));
      case TypeModel.MapOf map when source == ValueSource.QUERY || source == ValueSource.FORM ->
          map(map, source, where);
      case TypeModel.ListOf _, TypeModel.ManyOf _
          when source != ValueSource.PATH && type.several().isPresent() ->
          type.several().stream()
              .flatMap(element ->
                  element.nullable()
                      ? Stream.of(TypeChecks.nullableElement(type, where))
                      : single(element.type(), type, source, where));
      case TypeModel.OptionalOf(var element)
          when !(element.type() instanceof TypeModel.OptionalOf) ->
          text(element.type(), source, where);
      default -> Stream.of(noText(TypeChecks.shown(type), source, where));
    };
  }

  /** Values by their names: each one text, or several. */
  private Stream<Finding> map(TypeModel.MapOf map, ValueSource source, Where where) {
    if (map.value().nullable()) return Stream.of(TypeChecks.nullableElement(map, where));
    return !map.isByName() || holds(map.value().type()) || map.value().isUpload()
        ? Stream.of(
            new Finding(
                Code.NO_CODEC,
                where,
                "%s cannot be a value of the %s.".formatted(TypeChecks.shown(map), source.word()),
                "Use a Map of String to a scalar, or to a List of scalars."))
        : text(map.value().type(), source, where);
  }

  private static boolean holds(TypeModel value) {
    return value instanceof TypeModel.MapOf || value instanceof TypeModel.OptionalOf;
  }

  /** An element of a list or a set, which holds nothing itself. */
  private Stream<Finding> single(
      TypeModel element, TypeModel list, ValueSource source, Where where) {
    return !element.parts().isEmpty()
        ? Stream.of(noText(TypeChecks.shown(list), source, where))
        : text(element, source, where);
  }

  /** Files are in forms alone. */
  static Finding noUpload(Where where) {
    return new Finding(
        Code.NO_CODEC,
        where,
        "Upload is a file in a form, and can be nothing else.",
        "Take it as a parameter of the handler, or as a component of a record with @Form.");
  }

  private static Finding noUploads(TypeModel many, Where where) {
    return new Finding(
        Code.NO_CODEC,
        where,
        TypeChecks.shown(many) + " cannot be a value of the form.",
        "Use a List<Upload>, in the order in which the files are sent.");
  }

  private static Finding noText(String shown, ValueSource source, Where where) {
    return new Finding(
        Code.NO_CODEC,
        where,
        "%s cannot be a value of the %s.".formatted(shown, source.word()),
        instead(shown, source));
  }

  private static String instead(String shown, ValueSource source) {
    if (source == ValueSource.FORM && shown.matches("byte\\[]|InputStream")) {
      return "Use Upload for a file in a form; without @Form, " + shown + " is the whole body.";
    }
    if (shown.endsWith("[]")) return "Use a List.";
    if (shown.matches("(Sequenced)?Map<.*")) {
      return "A map is for the query or a form, and contains their names.";
    }
    return shown.startsWith("Changes<")
        ? "Changes are JSON: take them as the body, and say only their type."
        : "Use a scalar: a number, boolean, String, enum, UUID, URI or time.";
  }
}

package dev.covet.processor.model;

import dev.covet.processor.model.route.CallbackModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the value of a request that is the address of a callback. */
public final class CallbackAddress {
  private final CompilationModel model;
  private final List<Value> values;

  /**
   * A value of the request that can be an address.
   *
   * @param name in Java, with those of the components around it: {@code payment.url}
   * @param expression how OpenAPI calls it (3.1, 4.8.18): {@code {$request.body#/payment/url}}
   * @param isUri whether it is a URI by its type, and no other text
   */
  private record Value(String name, String expression, boolean isUri) {}

  /** The addresses in the requests of a route. */
  public CallbackAddress(CompilationModel model, RouteModel route) {
    this.model = model;
    this.values = route.parameters().stream().flatMap(this::of).toList();
  }

  /** The expression of the one that is meant; empty if that is none, or not only one. */
  public Optional<String> expression(CallbackModel callback) {
    var meant =
        values.stream()
            .filter(
                each -> callback.at().isEmpty() ? each.isUri() : each.name().equals(callback.at()))
            .toList();
    return meant.size() == 1 ? Optional.of(meant.getFirst().expression()) : Optional.empty();
  }

  /** The names of the URIs. */
  public List<String> uris() {
    return values.stream().filter(Value::isUri).map(Value::name).toList();
  }

  /** The names of all texts. */
  public List<String> names() {
    return values.stream().map(Value::name).toList();
  }

  private Stream<Value> of(ParameterModel parameter) {
    var input = Input.of(parameter);
    return switch (parameter.source()) {
      case BODY -> inside(parameter.value().inner().type(), "", "{$request.body#", Set.of());
      case QUERY, HEADER, PATH -> input.single(model).flatMap(CallbackAddress::of);
      case COOKIE, FORM, PROVIDED, QUALIFIER, ADDRESS, SOCKET -> Stream.of();
    };
  }

  private static Stream<Value> of(Input input) {
    var expression = "{$request." + input.source().word() + "." + input.wireName() + "}";
    var isNamed =
        input.source() == ValueSource.QUERY
            || input.source() == ValueSource.HEADER
            || input.source() == ValueSource.PATH;
    return isNamed ? text(input.value().inner().type(), input.name(), expression) : Stream.of();
  }

  /** The texts of an object; one that holds itself is not looked into again. */
  private Stream<Value> inside(TypeModel type, String name, String pointer, Set<TypeName> around) {
    if (!(type instanceof TypeModel.RecordType(var record)) || around.contains(record)) {
      return text(type, name, pointer + "}");
    }
    var deeper = new HashSet<>(around);
    deeper.add(record);
    return model.find(record).stream()
        .flatMap(each -> each.components().stream())
        .filter(each -> each.role().input())
        .flatMap(each ->
            inside(
                each.value().inner().type(),
                name.isEmpty() ? each.name() : name + "." + each.name(),
                each.flatten() ? pointer : pointer + "/" + escaped(each.jsonName()),
                deeper));
  }

  private static Stream<Value> text(TypeModel type, String name, String expression) {
    return type instanceof TypeModel.Scalar(var kind, var _)
            && !name.isEmpty()
            && (kind == ScalarKind.URI || kind == ScalarKind.STRING)
        ? Stream.of(new Value(name, expression, kind == ScalarKind.URI))
        : Stream.of();
  }

  /** A step of a JSON pointer (RFC 6901, 3). */
  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}

package dev.covet.processor.check;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.HttpMethod;
import dev.covet.processor.model.ParameterModel;
import dev.covet.processor.model.PathTemplate;
import dev.covet.processor.model.Providers;
import dev.covet.processor.model.ResultModel;
import dev.covet.processor.model.RouteModel;
import dev.covet.processor.model.RoutesModel;
import dev.covet.processor.model.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rules for the routes of a class: paths, bodies, results. */
final class RouteChecks {
  private final Providers providers;

  RouteChecks(CompilationModel model) {
    this.providers = new Providers(model);
  }

  Stream<Finding> of(RoutesModel routes) {
    return Stream.concat(routes.routes().stream().flatMap(this::of), samePaths(routes.routes()));
  }

  private Stream<Finding> of(RouteModel route) {
    return Stream.of(pathValues(route), bodies(route), result(route)).flatMap(each -> each);
  }

  private Stream<Finding> pathValues(RouteModel route) {
    var bound =
        route.parameters().stream()
            .flatMap(each -> Stream.concat(Stream.of(each), providers.readBy(each)))
            .filter(each -> each.source() == Source.PATH)
            .map(ParameterModel::wireName)
            .toList();
    return new PathTemplate(route.http().template())
        .variables().stream()
            .filter(variable -> !bound.contains(variable))
            .map(variable -> pathValue(route, variable));
  }

  private static Finding pathValue(RouteModel route, String variable) {
    return new Finding(
        Code.PATH_VALUE,
        route.where().at(route.http().method().annotation()),
        label(route) + " has no parameter for path value \"" + variable + "\".",
        "Name a parameter of %s(...) \"%s\", or take {%s} out of the path."
            .formatted(route.javaName(), variable, variable));
  }

  private static Stream<Finding> bodies(RouteModel route) {
    var bodies = route.parameters().stream().filter(each -> each.source() == Source.BODY).toList();
    if (route.http().method() == HttpMethod.GET) {
      return bodies.stream().map(each -> bodyOnGet(route, each));
    }
    return bodies.stream().skip(1).map(each -> secondBody(route, bodies.getFirst(), each));
  }

  private static Finding bodyOnGet(RouteModel route, ParameterModel body) {
    return new Finding(
        Code.BODY_ON_GET,
        body.where(),
        label(route) + " takes \"" + body.name() + "\" from the body, which a GET does not have.",
        "Say @Query or @Provided on it or on its type, or answer POST.");
  }

  private static Finding secondBody(RouteModel route, ParameterModel first, ParameterModel body) {
    return new Finding(
        Code.TWO_BODIES,
        body.where(),
        "%s takes both \"%s\" and \"%s\" from the body."
            .formatted(label(route), first.name(), body.name()),
        "Put both into one record, or say where the other comes from: @Query, @Provided.");
  }

  private static Stream<Finding> result(RouteModel route) {
    var nullable = route.result() instanceof ResultModel.Json(var value) && value.nullable();
    return nullable ? Stream.of(nullableResult(route)) : Stream.of();
  }

  private static Finding nullableResult(RouteModel route) {
    return new Finding(
        Code.NULLABLE_RESULT,
        route.where(),
        label(route) + " returns a @Nullable value, which has no answer.",
        "Return Optional: what is absent is a 404.");
  }

  private static Stream<Finding> samePaths(List<RouteModel> routes) {
    Map<String, RouteModel> first = new HashMap<>();
    return routes.stream()
        .flatMap(route -> {
          var other = first.putIfAbsent(shape(route), route);
          return other == null ? Stream.of() : Stream.of(samePath(route, other));
        });
  }

  private static String shape(RouteModel route) {
    return route.http().method() + new PathTemplate(route.http().template()).shape();
  }

  private static Finding samePath(RouteModel route, RouteModel other) {
    return new Finding(
        Code.SAME_PATH,
        route.where().at(route.http().method().annotation()),
        "%s matches the same paths as %s of %s(...)."
            .formatted(label(route), label(other), other.javaName()),
        "Give one of them another path or method.");
  }

  /** A route as it is called in a message: {@code GET /tasks/{id}}. */
  static String label(RouteModel route) {
    return route.http().method() + " " + route.http().template();
  }
}

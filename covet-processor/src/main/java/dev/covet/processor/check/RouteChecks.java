package dev.covet.processor.check;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Input;
import dev.covet.processor.model.Providers;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.route.RoutePath;
import dev.covet.processor.model.route.RoutesModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.type.Naming;
import dev.covet.processor.model.type.ValueSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rules for the routes of a class: paths, bodies, results. */
final class RouteChecks {
  /** Where a value is one of several, and known by its name alone. */
  private static final Set<ValueSource> NAMED = Set.of(ValueSource.QUERY, ValueSource.FORM);

  private final CompilationModel model;
  private final Providers providers;

  RouteChecks(CompilationModel model) {
    this.model = model;
    this.providers = new Providers(model);
  }

  Stream<Finding> of(RoutesModel routes) {
    return Stream.of(
            routes.routes().stream().flatMap(this::of),
            samePaths(routes.routes()),
            sameIds(routes.routes()))
        .flatMap(each -> each);
  }

  /** The rules that hold for a caller, too. */
  Stream<Finding> calls(RoutesModel client) {
    return client.routes().stream().flatMap(this::of);
  }

  private Stream<Finding> of(RouteModel route) {
    return Stream.of(pathValues(route), bodies(route), values(route)).flatMap(each -> each);
  }

  private Stream<Finding> pathValues(RouteModel route) {
    var checked =
        route.rules().guards().stream()
            .flatMap(each -> model.declared().guard(each.guard()).stream())
            .flatMap(RoutesModel::read);
    var bound =
        Stream.concat(route.parameters().stream(), checked)
            .flatMap(each -> Stream.concat(Stream.of(each), providers.readBy(each)))
            .filter(each -> each.source() == ValueSource.PATH)
            .map(ParameterModel::wireName)
            .toList();
    return new RoutePath(route.http().template())
        .variables().stream()
            .filter(variable -> !bound.contains(variable))
            .map(variable -> pathValue(route, variable));
  }

  private static Finding pathValue(RouteModel route, String variable) {
    var inJava = Naming.CAMEL_CASE.of(variable);
    var named = inJava.equals(variable) ? "" : " (\"" + inJava + "\" under @Naming)";
    return new Finding(
        Code.PATH_VALUE,
        route.where().at(route.http().method().annotation()),
        label(route) + " has no parameter for path value \"" + variable + "\".",
        "Name a parameter of %s(...) \"%s\"%s, or take {%s} out of the path."
            .formatted(route.javaName(), variable, named, variable));
  }

  /**
   * A parameter that is read from the body.
   *
   * @param asked the handler's own that leads to it: itself, or a service
   * @param read what is read
   */
  private record Body(ParameterModel asked, ParameterModel read) {
    boolean isForm() {
      return read.source() == ValueSource.FORM;
    }

    boolean isOwn() {
      return asked.equals(read);
    }

    String shown() {
      return isOwn()
          ? "\"%s\"".formatted(read.name())
          : "\"%s\", to make \"%s\",".formatted(read.name(), asked.name());
    }
  }

  private List<Body> read(RouteModel route) {
    var seen = new HashSet<ParameterModel>();
    return route.parameters().stream()
        .flatMap(asked ->
            Stream.concat(Stream.of(asked), providers.readBy(asked))
                .filter(each -> each.source().isBody() && seen.add(each))
                .map(each -> new Body(asked, each)))
        .toList();
  }

  private Stream<Finding> bodies(RouteModel route) {
    var all = read(route);
    return switch (route.http().method()) {
      case GET, WEB_SOCKET -> all.stream().map(each -> bodyOnGet(route, each));
      case DELETE ->
          Stream.concat(
              all.stream().filter(each -> !each.isOwn()).map(each -> bodyOnDelete(route, each)),
              moreThanOne(route, all.stream().filter(Body::isOwn).toList()));
      case POST, PUT, PATCH -> moreThanOne(route, all);
    };
  }

  private static Finding bodyOnGet(RouteModel route, Body body) {
    return new Finding(
        Code.BODY_ON_GET,
        body.asked().where(),
        "%s takes %s from the body, which a GET does not have."
            .formatted(label(route), body.shown()),
        body.isForm()
            ? "Put @Query on it, where browsers write a form that is sent by GET, or make it a @Post."
            : body.isOwn()
                ? "Put @Query or @Provided on it or on its type, or make it a @Post."
                : "Put @Query where it is read, @Settings on its record if the app's settings have it,"
                    + " or make it a @Post.");
  }

  private static Finding bodyOnDelete(RouteModel route, Body body) {
    return new Finding(
        Code.BODY_ON_GET,
        body.asked().where(),
        "%s takes %s from the body, which a DELETE has only if its handler says so."
            .formatted(label(route), body.shown()),
        "Put @Query where it is read, take it in the handler, or make it a @Post.");
  }

  private static Stream<Finding> moreThanOne(RouteModel route, List<Body> bodies) {
    return bodies.stream()
        .skip(1)
        .filter(each -> !(each.isForm() && bodies.getFirst().isForm()))
        .map(each -> second(route, bodies.getFirst(), each));
  }

  private static Finding second(RouteModel route, Body first, Body second) {
    return new Finding(
        Code.TWO_BODIES,
        second.asked().where(),
        "%s takes both %s and %s from the body."
            .formatted(label(route), first.shown(), second.shown()),
        first.isForm() || second.isForm()
            ? "A body is a form or it is not: say @Form of both, or @Body @Form of one record that is either."
            : second.isOwn()
                ? "Put both into one record, or say where the other comes from: @Query, @Provided."
                : "Read the body in one place only.");
  }

  /** What two parameters read by one name has one type, and one default: documents have it once. */
  private Stream<Finding> values(RouteModel route) {
    Map<String, Input> first = new HashMap<>();
    return route.parameters().stream()
        .flatMap(asked ->
            Stream.concat(Stream.of(asked), providers.readBy(asked))
                .flatMap(each -> Input.of(each).single(model))
                .filter(each -> NAMED.contains(each.source()))
                .flatMap(each ->
                    each.names()
                        .flatMap(name ->
                            Stream.ofNullable(first.putIfAbsent(each.source() + name, each)))
                        .filter(other -> !other.isAlike(each))
                        .map(_ -> readTwice(route, asked, each))));
  }

  private static Finding readTwice(RouteModel route, ParameterModel asked, Input input) {
    return new Finding(
        Code.SAME_NAME,
        asked.where(),
        "%s reads \"%s\" of the %s twice, and not as one type with the same limits."
            .formatted(label(route), input.wireName(), input.source().word()),
        "Give one of both another name by @Name, or read it once.");
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
    return route.http().method().text() + new RoutePath(route.http().template()).shape();
  }

  private static Finding samePath(RouteModel route, RouteModel other) {
    return new Finding(
        Code.SAME_PATH,
        route.where().at(route.http().method().annotation()),
        "%s matches the same paths as %s of %s(...)."
            .formatted(label(route), label(other), other.javaName()),
        "Give one of them another path or method.");
  }

  private static Stream<Finding> sameIds(List<RouteModel> routes) {
    Map<String, RouteModel> first = new HashMap<>();
    return routes.stream()
        .flatMap(route -> {
          var other = first.putIfAbsent(inId(route.javaName()), route);
          return other == null ? Stream.of() : Stream.of(sameId(route, other));
        });
  }

  /** A method's name as ids have it: {@code Create} in {@code heroesCreate}. */
  private static String inId(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static Finding sameId(RouteModel route, RouteModel other) {
    return new Finding(
        Code.OPERATION_ID,
        route.where().at(route.http().method().annotation()),
        "%s would have the operation id of %s: both methods are called %s(...)."
            .formatted(label(route), label(other), route.javaName()),
        "Give one of them another name.");
  }

  /** A route as it is called in a message: {@code GET /tasks/{id}}. */
  static String label(RouteModel route) {
    return route.http().method() + " " + route.http().template();
  }
}

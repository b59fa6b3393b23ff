package dev.covet.processor.check;

import dev.covet.processor.check.value.TypeChecks;
import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Providers;
import dev.covet.processor.model.route.GuardModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.route.RoutePath;
import dev.covet.processor.model.route.RoutesModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.source.Misplaced;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueSource;
import java.util.stream.Stream;

/** Rules for guards: what their method may be, and what they need of the routes behind them. */
final class GuardChecks {
  private final CompilationModel model;
  private final Providers providers;

  GuardChecks(CompilationModel model) {
    this.model = model;
    this.providers = new Providers(model);
  }

  /** What is wrong with a class that is to check requests. */
  static Finding of(Misplaced misplaced) {
    var name = misplaced.name();
    return switch (misplaced.reason()) {
      case GUARD_EMPTY ->
          finding(
              misplaced,
              name + " has no method, so it checks nothing.",
              "Write one that returns nothing, and throws an error to refuse.");
      case NO_GUARD ->
          finding(
              misplaced,
              name + " is not a guard.",
              "Name a class with one method; one of another project says @Guard itself.");
      case GUARD_BODY, GUARD_ANNOTATION -> parameter(misplaced, name);
      case GUARD_REPEATABLE, GUARD_BEYOND -> annotation(misplaced, name);
      default -> method(misplaced, name);
    };
  }

  private static Finding method(Misplaced misplaced, String name) {
    return switch (misplaced.reason()) {
      case GUARD_HIDDEN ->
          finding(
              misplaced,
              "%s is %s, so it is not the method of a guard.".formatted(name, misplaced.gives()),
              "Remove %s.".formatted(misplaced.gives()));
      case GUARD_SECOND ->
          finding(
              misplaced,
              "%s is a second method of %s, and a guard has one."
                  .formatted(name, misplaced.gives()),
              "Make it private if the other one calls it, or write a guard for each.");
      default ->
          finding(
              misplaced,
              "%s returns %s, which is never read: a guard refuses by an error."
                  .formatted(name, TypeChecks.shown(misplaced.gives())),
              "Return nothing, and throw a class that extends ApiError, such as Forbidden.");
    };
  }

  private static Finding parameter(Misplaced misplaced, String name) {
    return misplaced.reason() == Misplaced.Reason.GUARD_BODY
        ? finding(
            misplaced,
            "\"%s\" is read from the body, which no guard reads.".formatted(name),
            "Take it from path, query, header or cookie, or check it in the handler.")
        : finding(
            misplaced,
            "\"%s\" is a second annotation, and a guard takes one.".formatted(name),
            "Keep the one whose declaration names the guard.");
  }

  private static Finding annotation(Misplaced misplaced, String name) {
    return misplaced.reason() == Misplaced.Reason.GUARD_REPEATABLE
        ? finding(
            misplaced,
            "@%s names a guard, which would not run where the annotation is repeated."
                .formatted(name),
            "Remove @Repeatable; one annotation may have several values.")
        : finding(
            misplaced,
            "@%s guards nothing on @%s: no request comes to an annotation."
                .formatted(name, misplaced.gives()),
            "Put it where routes are, or @Guard on @%s.".formatted(misplaced.gives()));
  }

  private static Finding finding(Misplaced misplaced, String wrong, String right) {
    return new Finding(Code.NO_GUARD, misplaced.where(), wrong, right);
  }

  Stream<Finding> findings() {
    var declared = model.declared();
    return Stream.concat(
        declared
            .served()
            .flatMap(route -> route.rules().guards().stream().flatMap(each -> of(route, each))),
        declared.guards().stream().flatMap(RoutesModel::read).flatMap(this::body));
  }

  private Stream<Finding> of(RouteModel route, GuardModel guard) {
    var notGiven = guard.isGiven() ? Stream.<Finding>of() : Stream.of(notGiven(guard));
    return Stream.concat(notGiven, noPathValue(route, guard));
  }

  private static Finding notGiven(GuardModel guard) {
    var annotation = guard.takes().map(TypeName::nested).orElse("");
    return new Finding(
        Code.NO_GUARD,
        guard.where(),
        "%s takes @%s, which does not name it here.".formatted(guard.guard().simple(), annotation),
        "Put @%s here, whose declaration says @Guard(%s.class)."
            .formatted(annotation, guard.guard().simple()));
  }

  private Stream<Finding> noPathValue(RouteModel route, GuardModel guard) {
    var variables = new RoutePath(route.http().template()).variables();
    return model.declared().guard(guard.guard()).stream()
        .flatMap(RoutesModel::read)
        .flatMap(each -> Stream.concat(Stream.of(each), providers.readBy(each)))
        .filter(each -> each.source() == ValueSource.PATH)
        .map(ParameterModel::wireName)
        .filter(name -> !variables.contains(name))
        .distinct()
        .map(name ->
            new Finding(
                Code.NO_PATH_VALUE,
                guard.where(),
                "%s has no path value \"%s\" for %s."
                    .formatted(RouteChecks.label(route), name, guard.guard().simple()),
                "Put {%s} into the path, or the guard elsewhere.".formatted(name)));
  }

  /** What is made from the body is no more there than the body itself. */
  private Stream<Finding> body(ParameterModel parameter) {
    return providers
        .readBy(parameter)
        .filter(each -> each.source().isBody())
        .limit(1)
        .map(each ->
            new Finding(
                Code.NO_GUARD,
                parameter.where(),
                "\"%s\" is made from the body, which no guard reads.".formatted(parameter.name()),
                "Take what comes from path, query, header or cookie."));
  }
}

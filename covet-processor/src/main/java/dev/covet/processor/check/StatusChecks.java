package dev.covet.processor.check;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.ErrorModel;
import dev.covet.processor.model.ResultModel;
import dev.covet.processor.model.RouteModel;
import dev.covet.processor.model.Where;
import java.util.Set;
import java.util.stream.Stream;

/** Rules for what {@code @Status} says: a status that an answer of that kind can have. */
final class StatusChecks {
  private static final String STATUS = "dev.covet.api.Status";

  /** Those that have no content, whatever is written. */
  private static final Set<Integer> EMPTY = Set.of(204, 205, 304);

  private StatusChecks() {}

  static Stream<Finding> of(CompilationModel model) {
    var declared = model.declared();
    return Stream.concat(
        declared.routes().stream()
            .flatMap(each -> each.routes().stream())
            .flatMap(StatusChecks::of),
        declared.errors().stream()
            .filter(each -> each.status() < 400 || each.status() > 599)
            .map(StatusChecks::error));
  }

  private static Stream<Finding> of(RouteModel route) {
    if (route.status() < 200 || route.status() > 599) {
      return Stream.of(route(route));
    }
    return EMPTY.contains(route.status()) && hasContent(route.result())
        ? Stream.of(content(route))
        : Stream.of();
  }

  /** Whether the status of the route would stand beside a content; replies say their own. */
  private static boolean hasContent(ResultModel result) {
    return switch (result) {
      case ResultModel.Maybe(var of, var _) -> hasContent(of);
      case ResultModel.Json _,
          ResultModel.Text _,
          ResultModel.Html _,
          ResultModel.Bytes _,
          ResultModel.Stream _ ->
          true;
      case ResultModel.Nothing _,
          ResultModel.Reply _,
          ResultModel.Raw _,
          ResultModel.Unresolved _ ->
          false;
    };
  }

  private static Finding content(RouteModel route) {
    return new Finding(
        Code.STATUS,
        route.where().at(STATUS),
        "%s answers %s, which has no content, so what %s(...) returns would be lost."
            .formatted(RouteChecks.label(route), route.status(), route.javaName()),
        "Return void, or write another status.");
  }

  private static Finding route(RouteModel route) {
    return new Finding(
        Code.STATUS,
        route.where().at(STATUS),
        "%s cannot have the status %s.".formatted(RouteChecks.label(route), route.status()),
        "Write a status from 200 to 599.");
  }

  private static Finding error(ErrorModel error) {
    return new Finding(
        Code.STATUS,
        Where.of(error.name()).at(STATUS),
        "%s is an error, and %s is not the status of one."
            .formatted(error.name().simple(), error.status()),
        "Write a status from 400 to 599.");
  }
}

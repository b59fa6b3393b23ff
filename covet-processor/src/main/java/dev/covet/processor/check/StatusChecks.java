package dev.covet.processor.check;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.ErrorModel;
import dev.covet.processor.model.RouteModel;
import dev.covet.processor.model.Where;
import java.util.stream.Stream;

/** Rules for what {@code @Status} says: a status that an answer of that kind can have. */
final class StatusChecks {
  private static final String STATUS = "dev.covet.api.Status";

  private StatusChecks() {}

  static Stream<Finding> of(CompilationModel model) {
    var declared = model.declared();
    return Stream.concat(
        declared.routes().stream()
            .flatMap(each -> each.routes().stream())
            .filter(each -> each.status() < 200 || each.status() > 599)
            .map(StatusChecks::route),
        declared.errors().stream()
            .filter(each -> each.status() < 400 || each.status() > 599)
            .map(StatusChecks::error));
  }

  private static Finding route(RouteModel route) {
    return new Finding(
        Code.STATUS,
        route.where().at(STATUS),
        "%s cannot answer %d.".formatted(RouteChecks.label(route), route.status()),
        "Say a status from 200 to 599.");
  }

  private static Finding error(ErrorModel error) {
    return new Finding(
        Code.STATUS,
        Where.of(error.name()).at(STATUS),
        "%s is an error, which %d does not tell.".formatted(error.name().simple(), error.status()),
        "Say a status from 400 to 599.");
  }
}

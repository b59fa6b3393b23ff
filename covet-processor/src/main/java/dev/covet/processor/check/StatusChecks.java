package dev.covet.processor.check;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.route.ResultModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.service.ErrorModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.Where;
import java.util.Set;
import java.util.stream.Stream;

/** Rules for what {@code @Status} says: a status that an answer of that kind can have. */
final class StatusChecks {
  private static final String STATUS = "dev.covet.api.Status";

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307);

  private StatusChecks() {}

  static Stream<Finding> of(CompilationModel model) {
    var declared = model.declared();
    return Stream.concat(
        declared.served().flatMap(each -> of(each, model)),
        declared.errors().stream()
            .filter(each -> each.status() < 400 || each.status() > 599)
            .map(StatusChecks::error));
  }

  private static Stream<Finding> of(RouteModel route, CompilationModel model) {
    return route.result().bare() instanceof ResultModel.OneOf one
        ? Stream.of(
                second(route, one),
                one.unfit().stream().map(each -> unfit(route, one, each)),
                one.cases().stream().flatMap(each -> of(route, one, each, model)))
            .flatMap(each -> each)
        : of(route);
  }

  private static Finding unfit(RouteModel route, ResultModel.OneOf one, TypeName unfit) {
    return new Finding(
        Code.STATUS,
        route.where(),
        "%s answers %s, whose records have a status each, but %s is not a plain record."
            .formatted(RouteChecks.label(route), one.type().simple(), unfit.simple()),
        "Make it a record without type parameters, or take @Status from the others.");
  }

  /** One status stands on the method, others on what it returns. */
  private static Stream<Finding> second(RouteModel route, ResultModel.OneOf one) {
    return route.http().status().stream()
        .mapToObj(_ ->
            new Finding(
                Code.STATUS,
                route.where().at(STATUS),
                "%s answers %s, which says its status itself."
                    .formatted(RouteChecks.label(route), one.type().simple()),
                "Remove @Status from the method."));
  }

  private static Stream<Finding> of(
      RouteModel route, ResultModel.OneOf one, ResultModel.Case each, CompilationModel model) {
    var record = model.find(each.record());
    var isHere = record.filter(found -> found.origin().here()).isPresent();
    var where = isHere ? Where.of(each.record()) : route.where();
    var name = each.record().simple();
    if (each.said().isEmpty()) {
      return Stream.of(
          new Finding(
              Code.STATUS,
              where,
              "%s has no status, but other records of %s have one."
                  .formatted(name, one.type().simple()),
              "Put @Status on each of its records, or on none."));
    }
    if (isNone(each.status())) {
      return Stream.of(
          new Finding(
              Code.STATUS,
              where.at(STATUS),
              "%s cannot have the status %s.".formatted(name, each.status()),
              "Write a status from 200 to 599."));
    }
    if (isNowhere(each.status(), route)) return Stream.of(nowhere(route, where, each.status()));
    return each.content() instanceof ResultModel.Nothing
            && record.filter(found -> !found.components().isEmpty()).isPresent()
        ? Stream.of(
            new Finding(
                Code.STATUS,
                where.at(STATUS),
                "%s answers %s, which has no content, so its components would be lost."
                    .formatted(name, each.status()),
                "Remove its components, or write another status."))
        : Stream.of();
  }

  private static boolean isNone(int status) {
    return status < 200 || status > 599;
  }

  private static Stream<Finding> of(RouteModel route) {
    if (route.result() instanceof ResultModel.Messages && route.http().status().isEmpty()) {
      return Stream.of();
    }
    if (isNone(route.status())) return Stream.of(route(route));
    if (isNowhere(route.status(), route)) {
      return Stream.of(nowhere(route, route.where(), route.status()));
    }
    return ResultModel.WITHOUT_CONTENT.contains(route.status()) && hasContent(route.result())
        ? Stream.of(content(route))
        : Stream.of();
  }

  /** Whether the status of the route would stand beside a content; replies say their own. */
  private static boolean hasContent(ResultModel result) {
    return switch (result) {
      case ResultModel.Maybe(var of, var _) -> hasContent(of);
      case ResultModel.Json _, ResultModel.Values _, ResultModel.Plain _ -> true;
      case ResultModel.Nothing _,
          ResultModel.Messages _,
          ResultModel.OneOf _,
          ResultModel.Reply _,
          ResultModel.Raw _,
          ResultModel.Unresolved _ ->
          false;
    };
  }

  private static boolean isNowhere(int status, RouteModel route) {
    var bare = route.result().bare();
    return REDIRECTS.contains(status)
        && !route.result().isReply()
        && !(bare instanceof ResultModel.Raw || bare instanceof ResultModel.Unresolved);
  }

  private static Finding nowhere(RouteModel route, Where where, int status) {
    return new Finding(
        Code.STATUS,
        where.at(STATUS),
        "%s answers %s without a Location, so no browser follows it."
            .formatted(RouteChecks.label(route), status),
        "Return a Reply with .location(...), or Response.redirect(...) without @Status.");
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

package dev.covet.app.contract;

import dev.covet.api.ApiError;
import dev.covet.base.config.StartFailure;
import dev.covet.base.inject.Container;
import dev.covet.base.inject.Scope;
import dev.covet.gen.UsedMiddleware;
import dev.covet.schema.Operation;
import dev.covet.schema.ResponseSchema;
import dev.covet.web.http.Middleware;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Asks middleware what it answers, reads and sets by itself. Not thread-safe.
 *
 * @param container makes what the app names by its class
 * @param facts what is known of a class of errors
 */
public record MiddlewareAnswers(
    Container container, Function<Class<? extends ApiError>, Optional<ResponseSchema>> facts) {
  /**
   * Operations with what these answer, read and set.
   *
   * @param middleware outermost first
   * @throws StartFailure if one cannot be made before the start, or names an error of which nothing
   *     is known
   */
  List<Operation> around(List<Operation> operations, List<Middleware> middleware) {
    return container.asked(app -> {
      var made = middleware.stream().map(each -> made(each, app)).toList();
      var answers = made.stream().flatMap(this::answers).toList();
      return operations.stream().map(each -> told(each.responding(answers), made)).toList();
    });
  }

  private static Operation told(Operation operation, List<Middleware> made) {
    var told = operation;
    for (var each : made.reversed()) told = each.documented(told);
    return told;
  }

  private Stream<ResponseSchema> answers(Middleware middleware) {
    var told = middleware.answers();
    return Stream.concat(
        told.errors().stream().map(error -> answer(middleware, error)), told.others().stream());
  }

  private static Middleware made(Middleware middleware, Scope app) {
    try {
      return UsedMiddleware.made(middleware, app);
    } catch (RuntimeException e) {
      throw new StartFailure(
          UsedMiddleware.name(middleware) + " cannot be created, so its answers() are unknown", e);
    }
  }

  private ResponseSchema answer(Middleware middleware, Class<? extends ApiError> error) {
    return facts
        .apply(error)
        .orElseThrow(() ->
            new StartFailure(
                List.of(
                    "answers() of %s names %s, whose status is unknown. Put @Status on it."
                        .formatted(UsedMiddleware.name(middleware), error.getName()))));
  }
}

package dev.covet.app;

import dev.covet.api.ApiError;
import dev.covet.base.config.StartFailure;
import dev.covet.base.inject.Container;
import dev.covet.base.inject.Scope;
import dev.covet.gen.UsedRing;
import dev.covet.schema.Answer;
import dev.covet.web.http.Middleware;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Asks middleware what it answers by itself. Not thread-safe. */
final class RingAnswers {
  private final Container container;
  private final Function<Class<? extends ApiError>, Optional<Answer>> facts;

  /**
   * Asks middleware of an app.
   *
   * @param container makes what the app names by its class
   * @param facts what is known of a class of errors
   */
  RingAnswers(Container container, Function<Class<? extends ApiError>, Optional<Answer>> facts) {
    this.container = container;
    this.facts = facts;
  }

  /**
   * What these answer.
   *
   * @throws StartFailure if one cannot be made before the start, or names an error of which nothing
   *     is known
   */
  List<Answer> of(List<Middleware> rings) {
    return container.asked(app -> rings.stream().flatMap(ring -> answers(ring, app)).toList());
  }

  private Stream<Answer> answers(Middleware ring, Scope app) {
    var told = made(ring, app).answers();
    return Stream.concat(
        told.errors().stream().map(error -> answer(ring, error)), told.others().stream());
  }

  private static Middleware made(Middleware ring, Scope app) {
    try {
      return UsedRing.made(ring, app);
    } catch (RuntimeException e) {
      throw new StartFailure(
          "%s is asked for its answers(), and cannot be made: %s"
              .formatted(UsedRing.name(ring), e.getMessage()),
          e);
    }
  }

  private Answer answer(Middleware ring, Class<? extends ApiError> error) {
    return facts
        .apply(error)
        .orElseThrow(() ->
            new StartFailure(
                List.of(
                    "answers() of %s names %s, of which Covet knows no status. Put @Status on it."
                        .formatted(UsedRing.name(ring), error.getName()))));
  }
}

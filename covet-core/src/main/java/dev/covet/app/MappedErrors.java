package dev.covet.app;

import dev.covet.api.ApiError;
import dev.covet.schema.Answer;
import dev.covet.schema.Operation;
import dev.covet.schema.ReadyError;
import dev.covet.web.middleware.ErrorFacts;
import dev.covet.web.middleware.ErrorMapping;
import dev.covet.web.middleware.Faults;
import java.util.Optional;
import java.util.function.Consumer;

/** Documents what an app tells clients for exceptions that are no errors of an API themselves. */
final class MappedErrors {
  private final ErrorMapping mapping;
  private final Faults.Facts own;

  /**
   * The errors of a mapping.
   *
   * @param own the facts of the user's errors
   */
  MappedErrors(ErrorMapping mapping, Faults.Facts own) {
    this.mapping = mapping;
    this.own = own;
  }

  /** Tells of documented errors that nothing is known of. */
  void check(Consumer<String> faults) {
    for (var error : mapping.documented()) {
      if (answer(error).isEmpty()) {
        faults.accept(
            "onError(..) documents %s, of which Covet knows no status. Put @Status on it."
                .formatted(error.getName()));
      }
    }
  }

  /** An operation with the answers that stand for what its method throws. */
  Operation in(Operation operation) {
    return operation.answering(
        operation.thrown().stream()
            .flatMap(thrown -> mapping.documented(thrown).stream())
            .flatMap(error -> answer(error).stream())
            .toList());
  }

  private Optional<Answer> answer(Class<? extends ApiError> error) {
    return ReadyError.of(error.getName())
        .map(ReadyError::answer)
        .or(() -> Optional.ofNullable(own.find(error)).map(MappedErrors::answer));
  }

  private static Answer answer(ErrorFacts facts) {
    return Answer.error(facts.status(), facts.code(), facts.text());
  }
}

package dev.covet.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the fuzzer once found, and what led it there, is tried in each run of the tests. */
class CorpusTest {
  @ParameterizedTest
  @EnumSource
  void whatTheFuzzerFoundStaysRight(FuzzPlace place) {
    var app = new FuzzedApp(place);
    for (var operation : app.operations()) {
      for (var input : Corpus.of(place)) {
        if (input.path().equals(operation.path())) {
          assertThatCode(() -> app.send(operation, input.data()))
              .as(input.toString())
              .doesNotThrowAnyException();
        }
      }
    }
  }
}

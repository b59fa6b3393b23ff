package dev.covet.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.ApiError;
import dev.covet.api.BadRequest;
import dev.covet.api.Conflict;
import dev.covet.api.Forbidden;
import dev.covet.api.Invalid;
import dev.covet.api.NotFound;
import dev.covet.api.TooManyRequests;
import dev.covet.api.Unauthorized;
import dev.covet.api.Unavailable;
import dev.covet.processor.model.TypeName;
import dev.covet.web.middleware.ErrorFacts;
import dev.covet.web.middleware.ReadyErrors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What documents say of ready-made errors is what these say of themselves. */
class ReadyErrorTest {
  static Stream<ApiError> errors() {
    return Stream.of(
        new BadRequest(""),
        new Unauthorized(""),
        new Forbidden(""),
        new NotFound(""),
        new Conflict(""),
        Invalid.at("a", "b", "c"),
        new TooManyRequests(""),
        new Unavailable(""));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void statusAndCodeAreThoseOfTheClass(ApiError error) {
    var name = new TypeName("dev.covet.api", error.getClass().getSimpleName());

    assertThat(ReadyError.of(name))
        .hasValueSatisfying(ready -> {
          assertThat(ready.status()).isEqualTo(error.status());
          assertThat(ready.name()).isEqualTo(error.code());
          assertThat(ReadyErrors.facts(error.getClass()))
              .contains(new ErrorFacts(ready.status(), ready.name(), ready.text()));
        });
  }

  @Test
  void allOfThemAreTried() {
    assertThat(errors()).hasSameSizeAs(ReadyError.values());
  }
}

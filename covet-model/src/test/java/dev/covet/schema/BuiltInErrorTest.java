package dev.covet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.ApiError;
import dev.covet.api.BadRequest;
import dev.covet.api.Conflict;
import dev.covet.api.Forbidden;
import dev.covet.api.Invalid;
import dev.covet.api.NotFound;
import dev.covet.api.PreconditionFailed;
import dev.covet.api.PreconditionRequired;
import dev.covet.api.TooManyRequests;
import dev.covet.api.Unauthorized;
import dev.covet.api.Unavailable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What documents say of ready-made errors is what these say of themselves. */
class BuiltInErrorTest {
  static Stream<ApiError> errors() {
    return Stream.of(
        new BadRequest(""),
        new Unauthorized(""),
        new Forbidden(""),
        new NotFound(""),
        new Conflict(""),
        new PreconditionFailed(""),
        new PreconditionRequired(""),
        Invalid.at("a", "b", "c"),
        new TooManyRequests(""),
        new Unavailable(""));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void statusAndCodeAreThoseOfTheClass(ApiError error) {
    assertThat(BuiltInError.of(error.getClass().getName()).map(BuiltInError::answer))
        .hasValueSatisfying(answer -> {
          assertThat(answer.status()).isEqualTo(error.status());
          assertThat(answer.errorCode()).isEqualTo(error.code());
        });
  }

  @Test
  void allOfThemAreTried() {
    assertThat(Stream.of(BuiltInError.values()).filter(BuiltInError::hasClass))
        .hasSameSizeAs(errors().toList());
  }
}

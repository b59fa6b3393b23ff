package dev.covet.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.ApiError;
import dev.covet.api.BadRequest;
import dev.covet.api.Conflict;
import dev.covet.api.Invalid;
import dev.covet.api.Unavailable;
import dev.covet.base.config.StartFailure;
import dev.covet.schema.ResponseSchema;
import dev.covet.web.http.Method;
import golden.roster.Roster;
import golden.roster.RosterClosed;
import golden.roster.RosterClosedFacts;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** S2.err.registry: what is documented of exceptions that an app maps to errors. */
class MappedErrorsTest {
  @Test
  void anOperationDocumentsTheErrorThatStandsForWhatItThrows() {
    var app =
        Covet.app()
            .add(Roster.class)
            .onError(FileNotFoundException.class, RosterClosed.class, _ -> new RosterClosed())
            .onError(IOException.class, Unavailable.class, _ -> new Unavailable("again"))
            .onError(Error.class, Conflict.class, _ -> new Conflict("never thrown here"));
    try (var caller = new Caller(app)) {
      assertThat(caller.call(Method.DELETE, "/roster/13", "").text()).contains("again");
      assertThat(answers(caller, "rosterDelete"))
          .containsExactly(
              ResponseSchema.of(204),
              ResponseSchema.error(404, "NOT_FOUND", "What was asked for does not exist."),
              ResponseSchema.error(409, "ROSTER_CLOSED", RosterClosedFacts.FACTS.text()),
              ResponseSchema.error(422, "VALIDATION_ERROR", "A value is missing or invalid."),
              ResponseSchema.error(503, "UNAVAILABLE", "Try again later."));
      assertThat(answers(caller, "rosterList")).noneMatch(answer -> answer.status() == 503);
      assertThat(caller.get("/openapi.json").text())
          .contains("\"503\":{\"description\":\"`UNAVAILABLE`: Try again later.\"");
    }
  }

  private static List<ResponseSchema> answers(Caller caller, String id) {
    return caller.app().operations().stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow()
        .responses();
  }

  @Test
  void anErrorThatNothingIsKnownOfIsNotDocumented() {
    var app =
        Covet.app()
            .add(Roster.class)
            .onError(IOException.class, ApiError.class, _ -> new Unavailable("again"));

    assertThatThrownBy(() -> new Caller(app))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(
            "onError(...) documents dev.covet.api.ApiError, whose status is unknown.");
  }

  @Test
  void anErrorOfCovetIsDocumentedAsWhatTheAppMakesOfIt() {
    var app =
        Covet.app()
            .add(Roster.class)
            .onError(Invalid.class, BadRequest.class, e -> new BadRequest(e.message()))
            .onError(ApiError.class, RosterClosed.class, _ -> new RosterClosed());
    try (var caller = new Caller(app)) {
      assertThat(caller.post("/roster", "{\"name\":\"\"}").status()).isEqualTo(400);
      assertThat(caller.post("/roster", "{").status()).isEqualTo(409);
      assertThat(answers(caller, "rosterCreate"))
          .extracting(ResponseSchema::errorCode)
          .containsExactly(null, "BAD_REQUEST", "ROSTER_CLOSED");
    }
  }
}

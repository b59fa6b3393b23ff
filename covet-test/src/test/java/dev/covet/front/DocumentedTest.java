package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.covet.api.BadRequest;
import dev.covet.api.Invalid;
import dev.covet.api.JsonValue;
import dev.covet.api.Problem;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.test.TestClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import shop.Account;
import shop.Counter;
import shop.Items;
import shop.PaymentTimeout;
import shop.Seats;
import shop.ShopClosed;
import shop.ShortErrors;
import shop.Taxes;

/**
 * S1.resp.model, S2.err.registry, S2.h.infer, beyond.md 8: what an operation promises, and a client
 * checks.
 */
@ParameterizedClass
@EnumSource(Way.class)
class DocumentedTest {
  private final Way way;

  DocumentedTest(Way way) {
    this.way = way;
  }

  private static App app() {
    return Covet.app().add(Items.class, Counter.class);
  }

  @Test
  void anErrorOfTheUserHasItsStatusAndCode() {
    try (var client = way.client(app())) {
      var answer = client.get("/items/closed");

      assertThat(answer.status()).isEqualTo(423);
      assertThat(answer.errorCode()).contains("SHOP_CLOSED");
      assertThat(answer.text()).contains("\"message\":\"Come back tomorrow\"");
    }
  }

  @Test
  void anErrorThatStandsForAnExceptionIsDocumentedWhereThatIsThrown() {
    var mapped = app().onError(PaymentTimeout.class, ShopClosed.class, _ -> new ShopClosed());
    try (var client = way.client(Covet.app().mount("/in", mapped))) {
      assertThat(client.get("/in/items/paid").status()).isEqualTo(423);
      assertThat(client.get("/openapi.json").text())
          .contains("\"423\":{\"description\":\"`SHOP_CLOSED`: ");
    }
    var untold = app().onError(PaymentTimeout.class, _ -> new ShopClosed());
    try (var client = way.client(untold)) {
      assertThatThrownBy(() -> client.get("/items/paid"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("Items.paid answered 423");
    }
  }

  @Test
  void anAnswerThatIsNotDocumentedFailsTheTest() {
    try (var client = way.client(app())) {
      assertThatThrownBy(() -> client.get("/items/secretive"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("Items.secretive answered 404")
          .hasMessageContaining("(200, 400, 422)");
    }
  }

  @Test
  void anErrorThatIsNotDocumentedFailsTheTestAlsoUnderADocumentedStatus() {
    try (var client = way.client(Covet.app().add(Seats.class))) {
      assertThat(client.get("/seats/1").errorCode()).contains("SEAT_TAKEN");
      assertThatThrownBy(() -> client.get("/seats/2"))
          .isInstanceOf(AssertionError.class)
          .hasMessageStartingWith(
              "Seats.seat answered 409 with the error ROOM_FULL, which its OpenAPI document does not"
                  + " list (SEAT_TAKEN). Name the error in \"throws\"");
      assertThatThrownBy(() -> client.get("/seats/3"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("with the error CONFLICT");
    }
  }

  @Test
  void whatAnyOperationMayAnswerNeedsNoPlaceOfItsOwn() {
    try (var client = way.client(Covet.app().add(Seats.class))) {
      assertThat(client.get("/seats/4").errorCode()).contains("UNAVAILABLE");
      assertThat(client.get("/seats/x").errorCode()).contains("VALIDATION_ERROR");
      assertThatThrownBy(() -> client.get("/seats/5"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("answered 400, which its OpenAPI document does not list");
    }
  }

  @Test
  void alsoOneOfAMountedApp() {
    try (var client = way.client(Covet.app().mount("/shop", app()))) {
      assertThat(client.get("/shop/items/closed").status()).isEqualTo(423);
      assertThatThrownBy(() -> client.get("/shop/items/secretive"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("Items.secretive answered 404");
    }
  }

  @Test
  void aHandlerThatReturnsAResponseAnswersAnything() {
    try (var client = way.client(app())) {
      var answer = client.get("/counter/now?a=b");

      assertThat(answer.status()).isEqualTo(203);
      assertThat(answer.text()).isEqualTo("2026-01-01T00:00:00Z a=b");
    }
  }

  @Test
  void whatIsAbsentIs404() {
    try (var client = way.client(app())) {
      assertThat(client.get("/items/optional/1").read(Account.class).name()).isEqualTo("Ann");
      var answer = client.get("/items/optional/2");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.text()).contains("\"message\":\"Account not found\"");
    }
  }

  @Test
  void anAnswerThatBreaksItsOwnConstraintsIsA500OutsideProduction() {
    try (var client = way.client(app())) {
      assertThat(client.get("/items/broken").status()).isEqualTo(500);
    }
    try (var client = way.client(app().set("VALIDATE_ANSWERS", "off"))) {
      var answer = client.get("/items/broken");
      assertThat(answer.status()).isEqualTo(200);
      assertThatThrownBy(() -> answer.read(Account.class))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("too_short");
    }
  }

  @Test
  void anErrorFormatOfTheAppsOwnIsSentAndDocumented() {
    try (var client = way.client(app().errors(new ShortErrors()))) {
      var answer = client.get("/items?limit=x");

      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.text())
          .isEqualTo(
              """
              {"text":"Invalid input","problems":[{"field":"limit","location":["query","limit"],\
              "code":"type","reason":"must be a whole number"}]}\
              """);
      assertThat(answer.problems()).containsExactly(problem("type", "query", "limit"));
      assertThat(client.get("/nowhere").text()).startsWith("{\"text\":\"There is nothing");
    }
  }

  @Test
  void problemsReadBackAsTheyWereTold() {
    try (var client = way.client(app().errors(new ShortErrors()))) {
      var told = client.post("/items/accounts", "{\"name\":1}");

      assertThat(told.read(ShortErrors.Body.class).problems())
          .extracting(Problem::field, Problem::location, Problem::code)
          .contains(tuple("name", List.of("body", "name"), "type"));
    }
  }

  @Test
  void theBodyOfAFormatIsTheDocumentedSchemaOfErrors() {
    try (var client = way.client(app().errors(new ShortErrors()))) {
      assertThat(client.get("/openapi.json").text())
          .contains(
              """
              "Body":{"type":"object","description":"What a client gets.","properties":{\
              "text":{"type":"string"},\
              "problems":{"type":"array","items":{"$ref":"#/components/schemas/Problem"}}},\
              "required":["text","problems"]\
              """)
          .contains("\"Problem\":{\"type\":\"object\"")
          .doesNotContain("ErrorEnvelope");
    }
  }

  @Test
  void eachAppHasTheBodyOfItsErrorsInTheDocument() {
    var inner = Covet.app().add(Counter.class).errors(new ShortErrors());
    var loose = Covet.app().add(Taxes.class).errors(e -> new JsonValue.Text(e.message()));
    var app = Covet.app().add(Items.class).mount("/in", inner).mount("/loose", loose);
    try (var client = way.client(app.set("TAX_PERCENT", "1"))) {
      var paths = client.get("/openapi.json").text();

      assertThat(defaultOf(paths, "/in/counter/pay"))
          .contains("{\"$ref\":\"#/components/schemas/Body\"}");
      assertThat(defaultOf(paths, "/loose/taxes")).contains("\"application/json\":{\"schema\":{},");
      assertThat(defaultOf(paths, "/items"))
          .contains("{\"$ref\":\"#/components/schemas/ErrorEnvelope\"}");
    }
  }

  /** What the document says of the other answers of a path's first operation. */
  private static String defaultOf(String document, String path) {
    var at = document.indexOf("\"default\":{", document.indexOf("\"" + path + "\":"));
    return document.substring(at, document.indexOf("application/problem+json", at));
  }

  @Test
  void anErrorOfCovetsThatIsMappedIsDocumentedAsWhatItBecomes() {
    var app = app().onError(Invalid.class, BadRequest.class, e -> new BadRequest(e.message()));
    try (var client = way.client(app)) {
      assertThat(client.get("/items?limit=x").status()).isEqualTo(400);
      assertThat(client.get("/items/optional/2").status()).isEqualTo(404);
      assertThat(client.get("/openapi.json").text())
          .contains("\"400\":{\"description\":\"`BAD_REQUEST`: ")
          .doesNotContain("VALIDATION_ERROR");
    }
  }

  @Test
  void anErrorFormatThatFailsGivesWayToTheUsualOne() {
    var app =
        app()
            .errors(report -> {
              if (!report.requestId().isEmpty()) throw new IllegalStateException("format");
              return new ShortErrors.Body("", List.of());
            });
    var trace = new Trace();
    try (var lines = new LogLines("dev.covet.faults");
        var client = way.client(app.use(trace.middleware("a"), trace.middleware("b")))) {
      var answer = client.get("/nowhere");

      assertThat(trace.taken()).containsExactly("> a", "> b", "< b 500", "< a 500");

      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.text()).startsWith("{\"error\":{\"code\":\"INTERNAL_ERROR\"");
      assertThat(answer.header("X-Request-Id")).isPresent();
      assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
      assertThat(lines.of(answer.header("X-Request-Id").orElseThrow())).hasSize(1);
    }
  }

  @Test
  void theClientOfEachAppIsItsOwn() {
    try (TestClient one = way.client(app());
        TestClient other = way.client(app().errors(new ShortErrors()))) {
      assertThat(one.get("/nowhere").text()).startsWith("{\"error\"");
      assertThat(other.get("/nowhere").text()).startsWith("{\"text\"");
    }
  }
}

package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.covet.api.ApiError;
import dev.covet.api.Forbidden;
import dev.covet.api.Get;
import dev.covet.api.Mode;
import dev.covet.api.Routes;
import dev.covet.api.Use;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.Router;
import dev.covet.app.StartOptions;
import dev.covet.base.config.StartFailure;
import dev.covet.schema.Operation;
import dev.covet.schema.ResponseSchema;
import dev.covet.test.TestClient;
import dev.covet.web.http.Answers;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** S2.h.exc, S2.err.registry: what middleware answers by itself is documented and expected. */
class AnswersTest {
  /** Lets nobody in, and is made by the app with a service of it. */
  static final class Door implements Middleware {
    private final Till till;

    Door(Till till) {
      this.till = till;
    }

    @Override
    public Response handle(Request request, Handler next) {
      till.note("knock");
      throw new ShopClosed();
    }

    @Override
    public Answers answers() {
      return Answers.of(ShopClosed.class);
    }
  }

  @Use(Door.class)
  @interface Guarded {}

  @Routes("/plain")
  static final class Plain {
    @Get
    String plain() {
      return "plain";
    }
  }

  @Routes("/class")
  @Use(Door.class)
  static final class OfClass {
    @Get
    Optional<String> all() {
      return Optional.of("all");
    }
  }

  @Routes("/method")
  static final class OfMethod {
    @Get("/in")
    @Use(Door.class)
    String in() {
      return "in";
    }

    @Get("/noted")
    @Guarded
    String noted() {
      return "noted";
    }

    @Get("/out")
    String out() {
      return "out";
    }
  }

  private static final ResponseSchema CLOSED =
      ResponseSchema.error(423, "SHOP_CLOSED", "The shop is closed.");

  static Stream<Object[]> places() {
    var plain = Covet.app().add(Plain.class);
    var door = new Door(new Till());
    return Stream.of(
        new Object[] {plain.use(door), "/plain"},
        new Object[] {plain.use(Door.class), "/plain"},
        new Object[] {plain.install(setup -> setup.use(door)), "/plain"},
        new Object[] {Covet.app().add(Router.at("/r").use(door).add(Plain.class)), "/r/plain"},
        new Object[] {
          Covet.app().add(Router.at("/r").add(Router.at("/s").use(Door.class).add(Plain.class))),
          "/r/s/plain"
        },
        new Object[] {Covet.app().add(OfClass.class), "/class"},
        new Object[] {Covet.app().add(OfMethod.class), "/method/in"},
        new Object[] {Covet.app().add(OfMethod.class), "/method/noted"},
        new Object[] {Covet.app().mount("/m", Covet.app().add(OfClass.class)), "/m/class"},
        new Object[] {Covet.app().use(Door.class).mount("/m", plain), "/m/plain"});
  }

  @ParameterizedTest
  @MethodSource("places")
  void everyOperationWithinMiddlewareDocumentsWhatThatAnswers(App app, String path) {
    try (var client = TestClient.of(app)) {
      assertThat(client.get(path).status()).isEqualTo(423);
    }
    try (var running = app.start(StartOptions.of(Mode.TEST))) {
      assertThat(operation(running.operations(), path).responses()).contains(CLOSED);
    }
    try (var client = TestClient.of(app)) {
      assertThat(document(client, app))
          .contains("\"423\":{\"description\":\"`SHOP_CLOSED`: The shop is closed.\"");
    }
  }

  /** The pages stand within what stands around all, and so cannot always be asked for. */
  private static String document(TestClient client, App app) {
    var answer = client.get("/openapi.json");
    if (answer.status() == 200) return answer.text();
    try (var running = app.start(StartOptions.of(Mode.TEST))) {
      return new String(running.openApi(), StandardCharsets.UTF_8);
    }
  }

  private static Operation operation(List<Operation> all, String path) {
    return all.stream().filter(each -> each.path().equals(path)).findFirst().orElseThrow();
  }

  @Test
  void thoseBesideItDoNot() {
    try (var running = Covet.app().add(OfMethod.class).start(StartOptions.of(Mode.TEST))) {
      assertThat(operation(running.operations(), "/method/out").responses())
          .extracting(ResponseSchema::status)
          .containsExactly(200);
    }
  }

  @Test
  void whatMiddlewareDoesNotNameFailsTheTest() {
    Middleware secretive =
        (_, _) -> {
          throw new ShopClosed();
        };
    try (var client = TestClient.of(Covet.app().use(secretive).add(Plain.class))) {
      assertThatThrownBy(() -> client.get("/plain"))
          .isInstanceOf(AssertionError.class)
          .hasMessage(
              "Plain.plain answered 423, which its OpenAPI document does not list (200). Name the"
                  + " error in \"throws\", or in answers() of the middleware that gave it; add"
                  + " @Status, or return Response.");
    }
  }

  /** Sends everybody elsewhere. */
  private static final class Moved implements Middleware {
    @Override
    public Response handle(Request request, Handler next) {
      return Response.redirect("https://example.org");
    }

    @Override
    public Answers answers() {
      return Answers.of(Forbidden.class).and(303, "The shop has moved.");
    }
  }

  @Test
  void aStatusThatIsNoErrorIsNamedByItself() {
    try (var running =
            Covet.app().add(Plain.class).use(new Moved()).start(StartOptions.of(Mode.TEST));
        var client = TestClient.of(Covet.app().add(Plain.class).use(new Moved()))) {
      assertThat(client.get("/plain").status()).isEqualTo(303);
      assertThat(operation(running.operations(), "/plain").responses())
          .extracting(ResponseSchema::status, ResponseSchema::text)
          .containsExactly(
              tuple(200, ""),
              tuple(303, "The shop has moved."),
              tuple(403, "This is not allowed."));
    }
  }

  /** Names an error that says no status. */
  private static final class Vague implements Middleware {
    @Override
    public Response handle(Request request, Handler next) {
      return next.handle(request);
    }

    @Override
    public Answers answers() {
      return Answers.of(ApiError.class);
    }
  }

  @Test
  void anErrorWithoutStatusStopsTheStart() {
    assertThatThrownBy(() -> TestClient.of(Covet.app().add(Plain.class).use(new Vague())))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(
            "answers() of Vague names dev.covet.api.ApiError, whose status is unknown.");
  }
}

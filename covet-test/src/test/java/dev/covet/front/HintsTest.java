package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.RunningApp;
import dev.covet.app.StartOptions;
import dev.covet.web.http.Ending;
import dev.covet.web.http.Method;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestHead;
import dev.covet.web.http.Response;
import dev.covet.web.message.RequestBody;
import java.util.List;
import kinds.KindsApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import shop.Counter;
import shop.Items;
import shop.PaymentTimeout;
import shop.ShopClosed;

/** What development says of an app: what is easily overlooked, once each. */
@Isolated("starts of other tests write to the same log")
class HintsTest {
  private static RunningApp start(App app, Mode mode) {
    return app.start(StartOptions.of(mode));
  }

  @Test
  void classesWithRoutesThatNoAppAddsAreNamed() {
    var app = Covet.app().add(Items.class).mount("/inner", Covet.app().add(Counter.class));
    try (var log = new LogLines("dev.covet.app.contract.Hints");
        var _ = start(app, Mode.DEVELOPMENT)) {
      assertThat(log.texts())
          .singleElement()
          .asString()
          .contains("shop.Shelves", "shop.Taxes")
          .doesNotContain("shop.Items", "shop.Counter");
    }
  }

  @Test
  void ofTwoProgramsInOneCompilationEachSaysWhatItDoesNotServe() {
    try (var log = new LogLines("dev.covet.app.contract.Hints");
        var _ = start(Covet.app().add(Items.class), Mode.DEVELOPMENT);
        var _ = start(Covet.app().add(Counter.class), Mode.DEVELOPMENT)) {
      assertThat(log.texts())
          .hasSize(2)
          .allMatch(line -> line.contains("unless another program serves them"));
      assertThat(log.texts().getFirst())
          .startsWith("classes_not_added classes=\"")
          .contains("shop.Counter")
          .doesNotContain("shop.Items");
      assertThat(log.texts().getLast()).contains("shop.Items").doesNotContain("shop.Counter");
    }
  }

  @Test
  void webhooksThatAreNeitherAddedNorCallbacksAreNamed() {
    try (var log = new LogLines("dev.covet.app.contract.Hints");
        var _ = start(KindsApp.app(), Mode.DEVELOPMENT)) {
      assertThat(log.texts().getFirst())
          .contains("outbound.PaymentHooks")
          .doesNotContain("NoticeHooks", "LateHooks");
    }
  }

  @Test
  void anAppThatServesNothingIsNamed() {
    try (var log = new LogLines("dev.covet.app.contract.Hints");
        var _ = start(Covet.app().set("LOG_REQUESTS", "all"), Mode.DEVELOPMENT);
        var _ = start(Covet.app().get("/", _ -> Response.empty(204)), Mode.DEVELOPMENT);
        var _ = start(Covet.app().mount("/a", _ -> Response.empty(204)), Mode.DEVELOPMENT);
        var _ = start(Covet.app(), Mode.PRODUCTION)) {
      assertThat(log.texts())
          .singleElement()
          .asString()
          .startsWith("app_serves_nothing hint=\"add a class with routes: .add(Heroes.class)");
    }
  }

  @Test
  void anAnswerThatNoDocumentListsIsNamedOnce() {
    var app = Covet.app().add(Items.class).onError(PaymentTimeout.class, _ -> new ShopClosed());
    try (var log = new LogLines("dev.covet.app.contract.Hints");
        var running = start(Covet.app().mount("/inner", app), Mode.DEVELOPMENT)) {
      assertThat(
              List.of(status(running, "/inner/items/paid"), status(running, "/inner/items/paid")))
          .containsExactly(423, 423);
      assertThat(log.texts())
          .filteredOn(line -> line.contains("answered"))
          .singleElement()
          .asString()
          .contains("Items.paid answered 423, which its OpenAPI document does not list (200, ");
    }
  }

  @Test
  void anAnswerOfMiddlewareIsNamedUnlessThatNamesIt() {
    Middleware secretive =
        (request, next) ->
            request.path().endsWith("codes") ? next.handle(request) : Response.empty(418);
    try (var log = new LogLines("dev.covet.app.contract.Hints");
        var running = start(Covet.app().use(secretive).add(Items.class), Mode.DEVELOPMENT)) {
      assertThat(status(running, "/items/closed")).isEqualTo(418);
      assertThat(status(running, "/items/no/such/route")).isEqualTo(418);
      assertThat(log.texts())
          .filteredOn(line -> line.contains("answered"))
          .singleElement()
          .asString()
          .contains("Items.closed answered 418, which its OpenAPI document does not list (200, ");
    }
  }

  @Test
  void elsewhereNothingIsSaid() {
    var app = Covet.app().add(Items.class).onError(PaymentTimeout.class, _ -> new ShopClosed());
    try (var log = new LogLines("dev.covet.app.contract.Hints");
        var running = start(app, Mode.PRODUCTION)) {
      assertThat(status(running, "/items/paid")).isEqualTo(423);
      assertThat(log.texts()).isEmpty();
    }
  }

  private static int status(RunningApp app, String path) {
    var head = RequestHead.of(Method.GET, path).build();
    var request = Request.of(head, RequestBody.none());
    app.trust(request);
    var response = app.handle(request);
    response.end(Ending.SENT);
    return response.status();
  }
}

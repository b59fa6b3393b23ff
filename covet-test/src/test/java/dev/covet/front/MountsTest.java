package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Conflict;
import dev.covet.api.Unavailable;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import shop.Counter;
import shop.ShortErrors;
import shop.Taxes;
import shop.Till;

/** Apps and handlers below a path of another app. */
@ParameterizedClass
@EnumSource(Way.class)
class MountsTest {
  private final Way way;

  MountsTest(Way way) {
    this.way = way;
  }

  private static Response seen(Request request) {
    return Response.text(
        request.method() + " " + request.path() + " " + request.query() + " " + body(request));
  }

  private static String body(Request request) {
    return new String(request.bytes(), StandardCharsets.UTF_8);
  }

  private static App fails() {
    return Covet.app()
        .get(
            "/state",
            _ -> {
              throw new IllegalStateException();
            });
  }

  @Test
  void aHandlerSeesTheRestOfThePath() {
    var app = Covet.app().get("/m/own", _ -> Response.text("route")).mount("/m", MountsTest::seen);
    try (var client = way.client(app)) {
      assertThat(client.post("/m/a/b%20c?q=1", "{}").text()).isEqualTo("POST /a/b%20c q=1 {}");
      assertThat(client.get("/m").text()).isEqualTo("GET /  ");
      assertThat(client.get("/m/own").text()).isEqualTo("route");
      assertThat(client.get("/mm").status()).isEqualTo(404);
    }
  }

  @Test
  void theNearestMountAnswers() {
    var app =
        Covet.app()
            .mount("/", _ -> Response.text("all"))
            .mount("/a/b", _ -> Response.text("b"))
            .mount("/a", _ -> Response.text("a"));
    try (var client = way.client(app)) {
      assertThat(client.get("/x").text()).isEqualTo("all");
      assertThat(client.get("/a/x").text()).isEqualTo("a");
      assertThat(client.get("/a/b/x").text()).isEqualTo("b");
    }
  }

  @Test
  void anAppKeepsItsErrorsAndItsFormat() {
    var inner =
        fails()
            .onError(IllegalStateException.class, _ -> new Conflict("in"))
            .errors(new ShortErrors());
    var outer =
        fails()
            .onError(IllegalStateException.class, _ -> new Unavailable("out"))
            .mount("/in", inner);
    try (var client = way.client(outer.add(Taxes.class).set("TAX_PERCENT", "1"))) {
      assertThat(client.get("/state").status()).isEqualTo(503);
      var answer = client.get("/in/state");
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.text()).isEqualTo("{\"text\":\"in\",\"problems\":[]}");
      assertThat(client.get("/in/nowhere").text()).startsWith("{\"text\":\"There is nothing");
      assertThat(client.get("/nowhere").text()).startsWith("{\"error\"");
    }
  }

  @Test
  void anAppKeepsItsServicesSettingsAndMiddleware() {
    var trace = new Trace();
    var till = new Till();
    var inner =
        Covet.app()
            .use(trace.middleware("inner"))
            .add(Counter.class, Taxes.class)
            .override(Till.class, till)
            .set("TAX_PERCENT", "7");
    var outer =
        Covet.app()
            .use(trace.middleware("outer"))
            .add(Counter.class, Taxes.class)
            .set("TAX_PERCENT", "19")
            .set("B_TAX_PERCENT", "8")
            .mount("/a", inner)
            .mount("/b", inner);
    try (var client = way.client(outer)) {
      assertThat(client.get("/a/counter/pay").text()).isEqualTo("1 /counter/pay");
      assertThat(trace.taken()).containsExactly("> outer", "> inner", "< inner 200", "< outer 200");
      assertThat(till.events()).contains("paid");
      assertThat(client.get("/counter/pay").text()).isEqualTo("1 /counter/pay");
      assertThat(client.get("/taxes").text()).contains(":19,");
      assertThat(client.get("/b/taxes").text()).contains(":8,");
    }
  }

  @Test
  void operationsOfAnAppJoinTheDocument() {
    try (var client = way.client(Covet.app().mount("/a", Covet.app().add(Counter.class)))) {
      assertThat(client.get("/openapi.json").text())
          .contains("\"/a/counter/pay\"", "\"aCounterPay\"");
      assertThat(client.get("/a/openapi.json").status()).isEqualTo(404);
    }
  }

  @Test
  void oneLineOfTheLogAndOneIdAreForBothApps() {
    var outer = Covet.app().set("LOG_REQUESTS", "all").mount("/in", fails());
    var id = "m-" + way; // other ways are tried beside this one
    try (var lines = new LogLines("dev.covet.requests");
        var client = way.client(outer)) {
      var answer = client.request(Method.GET, "/in/state").header("X-Request-Id", id).send();
      assertThat(answer.header("X-Request-Id")).contains(id);
      assertThat(answer.text()).contains("\"request_id\":\"" + id + "\"");
      var logged = lines.of(id);
      assertThat(logged).hasSize(1);
      assertThat(LogLines.values(logged.getFirst()))
          .containsEntry("path", "/in/state")
          .containsEntry("status", "500");
    }
  }
}

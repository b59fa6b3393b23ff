package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.base.observe.Metrics;
import dev.covet.test.TestClient;
import dev.covet.web.http.Content;
import dev.covet.web.http.Method;
import dev.covet.web.http.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import shop.Kiosk;

/** D39: what a running app counts and measures, and who may add to it. */
@ParameterizedClass
@EnumSource(Way.class)
class MetricsTest {
  private final Way way;

  MetricsTest(Way way) {
    this.way = way;
  }

  private static App app() {
    return Covet.app()
        .get("/heroes/{id}", _ -> Response.text("hero"))
        .get("/stream", _ -> stream())
        .get("/broken", _ -> broken())
        .mount("/inner", Covet.app().get("/deep", _ -> Response.text("deep")));
  }

  private static Response stream() {
    return Response.of(
        200, "text/plain", new Content.Stream(3, out -> out.write(new byte[] {1, 2, 3})));
  }

  private static Response broken() {
    throw new IllegalStateException("broken on purpose");
  }

  private static double requests(TestClient client, String route, String status) {
    return client
        .metrics()
        .value("requests_total", "method", "GET", "route", route, "status", status);
  }

  @Test
  void requestsAreCountedByTheirRouteAndNeverByTheirPath() {
    try (var client = way.client(app())) {
      for (var path :
          List.of("/heroes/1", "/heroes/2", "/broken", "/stream", "/no", "/where", "/inner/deep")) {
        client.get(path);
      }

      assertThat(requests(client, "/heroes/{id}", "200")).isEqualTo(2);
      assertThat(requests(client, "/broken", "500")).isEqualTo(1);
      assertThat(requests(client, "/inner/*", "200")).isEqualTo(1);
      assertThat(requests(client, Metrics.OTHER, "404")).isEqualTo(2);
      var durations =
          client
              .metrics()
              .value("request_duration_seconds", "method", "GET", "route", "/heroes/{id}");
      assertThat(durations).isEqualTo(2);
    }
  }

  @Test
  void pluginsCountInTheMetricsOfTheirApp() {
    var kept = new ArrayList<Metrics>();
    var app =
        Covet.app()
            .install(setup -> kept.add(setup.metrics()))
            .get(
                "/order",
                _ -> {
                  kept.getFirst().count("orders_total", "country", "PT");
                  return Response.empty(204);
                });
    try (var client = way.client(app)) {
      client.get("/order");

      assertThat(client.metrics()).isSameAs(kept.getFirst());
      assertThat(client.metrics().value("orders_total", "country", "PT")).isEqualTo(1);
    }
  }

  @Test
  void whatAServiceCountsIsReadFromTheRunningApp() {
    try (var client = way.client(Covet.app().mount("/inner", Covet.app().add(Kiosk.class)))) {
      client.get("/inner/kiosk/PT");
      client.get("/inner/kiosk/PT");

      assertThat(client.metrics().value("sales_total", "country", "PT")).isEqualTo(2);
    }
  }

  @Test
  void seriesAreBoundedBySetting() {
    try (var client = way.client(app().set("METRIC_SERIES_MAX", "40"))) {
      for (var i = 0; i < 100; i++) client.metrics().count("a_total", "of", "" + i);

      assertThat(client.metrics().value("a_total", "of", Metrics.OTHER)).isGreaterThan(0);
    }
  }

  @Test
  void aServerAddsWhatItKnows() {
    try (var client = TestClient.of(app()).http1()) {
      client.get("/heroes/1");

      assertThat(client.metrics().value("active_connections")).isGreaterThanOrEqualTo(0);
      assertThat(client.metrics().all())
          .extracting(metric -> metric.name())
          .contains("active_connections", "requests_in_flight", "loop_stall_seconds");
      assertThat(client.metrics().all())
          .anySatisfy(metric -> assertThat(metric.labels()).isEqualTo(Map.of("pool", "blocking")));
    }
  }

  @Test
  void aLimitThatTheAppFindsIsCountedOnce() {
    var app = Covet.app().post("/text", request -> Response.text("" + request.bytes().length));
    try (var client = way.client(app)) {
      var sent = client.request(Method.POST, "/text").body(new byte[1_100_000]).send();

      assertThat(sent.status()).isEqualTo(413);
      assertThat(client.metrics().value("limit_hits_total", "limit", "BODY_BYTES_MAX"))
          .isEqualTo(1);
    }
  }
}

package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.covet.api.Get;
import dev.covet.api.Routes;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.Router;
import dev.covet.base.config.StartFailure;
import dev.covet.data.query.Sort;
import dev.covet.test.TestClient;
import dev.covet.web.http.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import shop.Counter;
import shop.Items;
import shop.Taxes;
import shop.Till;

/**
 * S4.test.over, S4.app.lifespan, S1.di.request, S1.engine.once: what a start makes, what a request
 * makes, and what is closed when.
 */
@ParameterizedClass
@EnumSource(Way.class)
class StartsTest {
  private final Way way;

  StartsTest(Way way) {
    this.way = way;
  }

  /** A till that says when it has so many events: an answer may come before its scope is closed. */
  private static final class Witness extends Till {
    private final CountDownLatch left;

    Witness(int events) {
      left = new CountDownLatch(events);
    }

    @Override
    public void note(String event) {
      super.note(event);
      left.countDown();
    }

    List<String> all() throws InterruptedException {
      var _ = left.await(10, TimeUnit.SECONDS);
      return List.copyOf(events());
    }
  }

  private static App shop(Till till) {
    return Covet.app().add(Counter.class).override(Till.class, till);
  }

  @Test
  void whatARequestMakesIsClosedNewestFirstAfterItsAnswer() throws InterruptedException {
    var till = new Witness(10);
    try (var client = way.client(shop(till))) {
      assertThat(client.get("/counter/pay").text()).isEqualTo("1 /counter/pay");
      assertThat(till.all())
          .containsExactly(
              "opened",
              "> bell",
              "> drawer",
              "receipt 1",
              "stamp on 1 /counter/pay",
              "paid",
              "< drawer",
              "< bell",
              "stamp closed",
              "receipt 1 closed");
    }
    assertThat(till.events()).endsWith("shut");
  }

  @Test
  void alsoWhenTheHandlerFails() throws InterruptedException {
    var till = new Witness(7);
    try (var client = way.client(shop(till))) {
      assertThat(client.get("/counter/fail").status()).isEqualTo(400);
      assertThat(till.all())
          .containsExactly(
              "opened",
              "> bell",
              "receipt 1",
              "stamp on 1 /counter/fail",
              "< bell",
              "stamp closed",
              "receipt 1 closed");
    }
  }

  @Test
  void alsoWhenMiddlewareFailsAfterTheHandler() throws InterruptedException {
    var till = new Witness(10);
    var app =
        shop(till)
            .use((request, next) -> {
              next.handle(request);
              throw new IllegalStateException("middleware");
            });
    try (var client = way.client(app)) {
      assertThat(client.get("/counter/pay").status()).isEqualTo(500);
      assertThat(till.all()).endsWith("< bell", "stamp closed", "receipt 1 closed");
    }
  }

  @Test
  void oneStartHasOneServiceAndEachRequestItsOwn() {
    try (var client = way.client(Covet.app().add(Counter.class))) {
      assertThat(client.get("/counter/pay").text()).startsWith("1 ");
      assertThat(client.get("/counter/pay").text()).startsWith("2 ");
    }
  }

  @Test
  void twoAppsInOneProcessKnowNothingOfEachOther() {
    var app = Covet.app().add(Counter.class).add(Taxes.class).set("TAX_PERCENT", "7");
    try (var one = way.client(app);
        var other = way.client(app.set("TAX_PERCENT", "19"))) {
      one.get("/counter/pay");

      assertThat(other.get("/counter/pay").text()).startsWith("1 ");
      assertThat(one.get("/taxes").text()).contains(":7,");
      assertThat(other.get("/taxes").text()).contains(":19,");
      one.clock().advance(Duration.ofDays(1));
      assertThat(other.get("/counter/now").text()).startsWith("2026-01-01T");
    }
  }

  /** What another class answers, too. */
  @Routes("/counter")
  static final class Rival {
    @Get("/pay")
    String pay() {
      return "paid";
    }
  }

  @Test
  void twoHandlersOfOnePathAreOneFaultOfTheStart() {
    var app = Covet.app().add(Counter.class, Rival.class);

    assertThat(faults(app))
        .containsExactly(
            "Counter.pay and Rival.pay both answer GET /counter/pay. Give one of them"
                + " another path or method.");
    assertThat(faults(Covet.app().mount("/in", app))).hasSize(1);
  }

  @Test
  void aClassThatIsAddedTwiceIsNamed() {
    var again = Router.at("/v1").add(Rival.class);
    var app = Covet.app().add(Rival.class, Rival.class).add(again).add(again);

    assertThat(faults(app))
        .containsExactly(
            "Rival is added twice. Leave it out once.",
            "Rival is added twice below /v1. Leave it out once.");
  }

  /** What has no columns to sort by. */
  @Routes("/names")
  static final class Names {
    @Get
    String list(Sort<String> sort) {
      return "" + sort.orders();
    }
  }

  @Test
  void aSortOfWhatIsNoTableSaysWhatIsOne() {
    assertThat(faults(Covet.app().add(Names.class)))
        .containsExactly(
            "Names needs dev.covet.data.query.Sort<java.lang.String>, which nothing provides: write"
                + " Sort<Hero>, where Hero is a record with @Table.");
  }

  @Test
  void aHandlerAndOneOfAMountedAppOnOnePathAreAFaultOfTheStart() {
    var app = Covet.app().add(Rival.class).mount("/counter", Covet.app().add(InRoot.class));

    assertThat(faults(app))
        .containsExactly(
            "Rival.pay and InRoot.pay both answer GET /counter/pay. Give one of them"
                + " another path or method.");
  }

  private List<String> faults(App app) {
    return assertThatThrownBy(() -> way.client(app))
        .asInstanceOf(type(StartFailure.class))
        .actual()
        .faults();
  }

  /** What a router has at {@code /counter/pay} once it is mounted there. */
  @Routes("/")
  static final class InRoot {
    @Get("/pay")
    String pay() {
      return "paid";
    }
  }

  @Test
  void anOverrideIsOneAppsAlone() {
    var till = new Till();
    try (var overridden = way.client(shop(till));
        var plain = way.client(Covet.app().add(Counter.class))) {
      overridden.get("/counter/pay");
      plain.get("/counter/pay");

      assertThat(till.events()).filteredOn("paid"::equals).hasSize(1);
      assertThat(till.events()).as("whoever overrides closes").doesNotContain("till closed");
    }
    assertThat(till.events()).doesNotContain("till closed");
  }

  @Test
  void everyFaultOfAStartIsToldAtOnce() {
    var app =
        Covet.app()
            .add(Taxes.class)
            .set("TAX_PERCENT", "120")
            .set("LOG_REQUESTS", "loud")
            .set("JSON_DEPTH_MAX", "many")
            .get("/taxes", _ -> Response.empty(204));

    assertThatThrownBy(() -> TestClient.of(app))
        .isInstanceOfSatisfying(
            StartFailure.class,
            failure ->
                assertThat(failure.faults())
                    .hasSize(4)
                    .anyMatch(fault -> fault.contains("TAX_PERCENT") && fault.contains("120"))
                    .anyMatch(fault -> fault.contains("LOG_REQUESTS") && fault.contains("loud"))
                    .anyMatch(fault -> fault.contains("JSON_DEPTH_MAX") && fault.contains("many"))
                    .anyMatch(fault -> fault.contains("/taxes")));
  }

  @Test
  void whatTheAppItselfSetsByAWrongNameStopsTheStart() {
    assertThatThrownBy(() -> TestClient.of(Covet.app().set("LOG_REQUEST", "all")))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("LOG_REQUEST from code is not a setting; did you mean LOG_REQUESTS?");
    TestClient.of(Covet.app().set("HOST", "::1").set("PORT", "0").set("TLS", "off")).close();
  }

  @Test
  void aSettingWithoutDefaultIsAskedFor() {
    assertThatThrownBy(() -> TestClient.of(Covet.app().add(Taxes.class)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("TAX_PERCENT");
  }

  @Test
  void aRouterHasAPathAndMiddlewareOfItsOwn() {
    var trace = new Trace();
    var router =
        Router.at("/a")
            .use(trace.middleware("a"))
            .add(Router.at("/b").use(trace.middleware("b")).add(Items.class))
            .add(Taxes.class);
    var app = Covet.app().use(trace.middleware("app")).add(router).set("TAX_PERCENT", "1");
    try (var client = way.client(app)) {
      assertThat(client.get("/a/b/items?limit=3").text()).isEqualTo("[3,0]");
      assertThat(trace.taken())
          .containsExactly("> app", "> a", "> b", "< b 200", "< a 200", "< app 200");
      assertThat(client.get("/a/taxes").status()).isEqualTo(200);
      assertThat(trace.taken()).containsExactly("> app", "> a", "< a 200", "< app 200");
      assertThat(client.get("/items").status()).isEqualTo(404);
    }
  }

  @Test
  void hooksRunOnceEachAndInOrder() {
    var events = new ArrayList<String>();
    var app =
        Covet.app()
            .install(
                setup -> {
                  setup.onStart(() -> events.add("first opens"));
                  setup.onStop(() -> events.add("first closes"));
                },
                setup -> {
                  setup.onStart(() -> events.add("second opens"));
                  setup.onStop(() -> events.add("second closes"));
                });
    try (var client = way.client(app)) {
      client.get("/");
      assertThat(events).containsExactly("first opens", "second opens");
    }
    assertThat(events)
        .containsExactly("first opens", "second opens", "second closes", "first closes");
  }

  @Test
  void whatOpenedBeforeAStartFailedIsClosedAgain() {
    var events = new ArrayList<String>();
    var app =
        Covet.app()
            .install(
                setup -> {
                  setup.onStart(() -> events.add("opens"));
                  setup.onStop(() -> events.add("closes"));
                },
                setup ->
                    setup.onStart(() -> {
                      throw new IllegalStateException("no disk");
                    }));

    assertThatThrownBy(() -> way.client(app))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("no disk");
    assertThat(events).containsExactly("opens", "closes");
  }
}

package kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.Club;
import club.ClubClient;
import dev.covet.api.Changes;
import dev.covet.api.Conflict;
import dev.covet.api.JsonValue;
import dev.covet.api.Mode;
import dev.covet.api.NotFound;
import dev.covet.api.UpstreamError;
import dev.covet.app.RunningApp;
import dev.covet.app.StartOptions;
import dev.covet.client.Http;
import dev.covet.web.server.Server;
import dev.covet.web.server.ServerSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tour 19: generated clients over HTTP, from another program: each kind of value, each result. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // one start for all
class OverHttpTest {
  @AutoClose
  private final RunningApp app = KindsApp.app().add(Club.class).start(StartOptions.of(Mode.TEST));

  @AutoClose
  private final Server server = Server.start(app, ServerSettings.of("127.0.0.1", 0), app.loops());

  @AutoClose private final Http http = Http.standard();
  private final String url = "http://127.0.0.1:" + server.port();

  OverHttpTest() throws IOException {}

  @Test
  void valuesOfThePathTheQueryAndHeaders() {
    var queries = new QueriesClient(http.at(url));
    var id = new UUID(1, 2);
    var day = LocalDate.of(2026, 1, 31);
    assertThat(queries.path(7, "a b?", id, day, Color.BLUE, true))
        .isEqualTo("7a b?" + id + day + "BLUEtrue");
    assertThat(queries.numbers(1, 2, null, Optional.of(1.5), new BigDecimal("2.50")))
        .isEqualTo("12nullOptional[1.5]2.50");
    assertThat(queries.lists(List.of(1, 2), List.of("a&"), null)).isEqualTo("[1, 2][a&]null");
    assertThat(queries.map(Map.of("k", "v="), 3)).isEqualTo("{k=v=}3");
    assertThat(queries.headers(7, "é", Color.RED, List.of(1, 2))).isEqualTo("7éRED[1, 2]");
    assertThat(queries.authorized("Bearer x")).isEqualTo("Bearer x");
    assertThat(queries.files("a b/c")).isEqualTo("a b/c");
  }

  @Test
  void valuesOfCookiesAndForms() {
    var forms = new FormsClient(http.at(url));
    assertThat(forms.cookies(new Forms.Crumbs("d;,\" ", 2, null), 3)).contains("d;,\" ", "3");
    assertThat(forms.fields(1, Color.GREEN, 2.5)).isEqualTo("1GREEN2.5");
    assertThat(forms.maps(Map.of("wide", 7), Color.RED, new int[] {1})).isEqualTo("{wide=7}RED[1]");
    assertThat(forms.either(new Forms.Entry("t", 1, true, List.of(Color.RED)))).contains("title=t");
  }

  @Test
  void bodiesAndStreams() throws IOException {
    var bodies = new BodiesClient(http.at(url));
    var account = new Account(9, "Ann", "1234", null, 1, Color.BLUE);
    var made = bodies.account(account);
    assertThat(made.id() + made.name() + made.level()).isEqualTo("0Ann1");
    assertThat(bodies.change(9, Changes.of(AccountFields.ACCOUNT.level.to(5))).level())
        .isEqualTo(5);
    assertThat(bodies.list(List.of("a"))).containsExactly("a");
    assertThat(bodies.any(new JsonValue.Bool(true))).isEqualTo(new JsonValue.Bool(true));
    assertThat(bodies.maybe(null)).isEqualTo("null");
    assertThat(bodies.bytes(new byte[] {0, -1})).containsExactly(0, -1);
    var club = new ClubClient(http.at(url + "/"));
    try (var in = club.stream(new ByteArrayInputStream(new byte[100_000]))) {
      assertThat(in.readAllBytes()).hasSize(100_000);
    }
    assertThat(club.rows(3).count()).isEqualTo(3);
    assertThat(club.lines(2).count()).isEqualTo(2);
  }

  @Test
  void resultsAndErrors() {
    var results = new ResultsClient(http.at(url));
    assertThat(results.text() + results.csv() + results.html().text())
        .isEqualTo("texta,b<p>text</p>");
    assertThat(results.number()).isEqualTo(new BigDecimal("1.50"));
    assertThat(results.optional(2)).contains(new Exact(2, null));
    assertThat(results.optional(1)).isEmpty();
    assertThat(results.reply(new Exact(1, "b")).headers())
        .contains(Map.entry("Location", "/results/reply/1"));
    results.nothing();
    assertThat(results.response().status()).isEqualTo(202);
    assertThatThrownBy(() -> results.errors(1)).isInstanceOf(Gone.class);
    assertThatThrownBy(() -> results.errors(2)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> results.errors(3)).isInstanceOf(Conflict.class);
    var tooLong = List.of("abcde");
    assertThatThrownBy(() -> new BodiesClient(http.at(url)).list(tooLong))
        .isInstanceOfSatisfying(
            UpstreamError.class, error -> assertThat(error.answered()).hasValue(422));
  }
}

package club;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.covet.api.Changes;
import dev.covet.api.Conflict;
import dev.covet.api.Invalid;
import dev.covet.api.JsonValue;
import dev.covet.api.NotFound;
import dev.covet.api.Problem;
import dev.covet.api.Unauthorized;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.Router;
import dev.covet.test.TestClient;
import dev.covet.web.http.Response;
import dev.covet.web.http.UnexpectedAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import shop.ShortErrors;

/** Generated clients, in memory and over a socket (beyond.md 17, tour 9 and 22). */
@ParameterizedClass
@ValueSource(strings = {"memory", "http1"})
class ClubClientTest {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Member ANN = new Member(99, "Ann", 30, Rank.FULL_MEMBER, "1234");

  private final String way;

  @AutoClose private final TestClient memory = TestClient.of(app()).within(LONG);

  ClubClientTest(String way) {
    this.way = way;
  }

  private static App app() {
    return Covet.app().add(Club.class);
  }

  private TestClient client() {
    return way.equals("http1") ? memory.http1() : memory;
  }

  private ClubClient club() {
    return new ClubClient(client());
  }

  @Test
  void whatClientsSendIsTheInputAndWhatTheyReadTheOutput() {
    assertThat(club().enter(ANN)).isEqualTo(new Member(7, "Ann", 30, Rank.FULL_MEMBER, null));
    assertThat(club().pin(ANN)).isEqualTo("0 1234");
    assertThat(club().replace(List.of(ANN, new Member(0, "Bob", null, Rank.GUEST, null))))
        .extracting(Member::fullName)
        .containsExactly("Bob", "Ann");
  }

  @Test
  void changesAreSentAsFarAsTheyAreThere() {
    var changed = club().change(3, Changes.of(MemberFields.MEMBER.age.to(null)));

    assertThat(changed).isEqualTo(new Member(3, "Ann", null, Rank.GUEST, null));
    assertThat(club().change(3, Changes.of(MemberFields.MEMBER.rank.to(Rank.FULL_MEMBER))))
        .isEqualTo(new Member(3, "Ann", 30, Rank.FULL_MEMBER, null));
  }

  @Test
  void whatIsNotThereIsEmpty() {
    assertThat(club().find(7)).contains(new Member(7, "Ann", null, Rank.GUEST, null));
    assertThat(club().find(8)).isEmpty();
  }

  @Test
  void anyTextIsOneSegmentOfAPath() {
    for (var text : List.of("a?b#c", "ü ☃ %41+&=", "...", "{id}", "a;b,c:d@e")) {
      assertThat(club().echo(text)).isEqualTo(text);
    }
    assertThat(club().file("a b/c?/d.txt")).isEqualTo("a b/c?/d.txt");
  }

  @Test
  void anEmptySegmentOfAPathIsRefusedForItIsAnotherRoutes() {
    assertThatIllegalArgumentException().isThrownBy(() -> club().echo(""));
    for (var rest : List.of("", "a//b", "/a", "a/")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> club().file(rest))
          .withMessage("No segment of the path's rest may be empty");
    }
  }

  @Test
  void aListThatAHeaderCannotHoldIsRefused() {
    for (var name : List.of("a,b", "\"a", " a", "a ", "")) {
      assertThatIllegalArgumentException().isThrownBy(() -> named(List.of(name, "c")));
    }
    assertThat(named(List.of("W/\"a,b\"", "c d"))).contains("[W/\"a,b\", c d] null");
  }

  private List<String> named(List<String> names) {
    return club().many(List.of("a"), List.of(), Optional.empty(), null, names, null);
  }

  @Test
  void recordsOfTheQueryAreSentComponentByComponent() {
    var all = new Search("a&b=c +%", 3, Rank.FULL_MEMBER, List.of("x y", "z"), "de");
    var few = new Search(null, null, Rank.GUEST, List.of(), null);

    assertThat(club().search(all)).containsExactly(all.toString());
    assertThat(club().search(few)).containsExactly(few.toString());
  }

  @Test
  void listsAreRepeatedAndWhatIsAbsentIsNotSent() {
    var id = new UUID(1, 2);

    assertThat(
            club()
                .many(
                    List.of("a", "b,c"), List.of(1, 2), Optional.of(id), true, List.of("x"), "yes"))
        .containsExactly("[a, b,c] [1, 2]", "Optional[" + id + "] true", "[x] yes");
    assertThat(club().many(List.of(""), List.of(), Optional.empty(), null, List.of("x", "y"), null))
        .containsExactly("[] []", "Optional.empty null", "[x, y] null");
  }

  @Test
  void scalarsAreTextsAsInJson() {
    var at = Instant.parse("2026-01-31T12:00:00.123456Z");

    assertThat(
            club()
                .scalars(
                    Rank.FULL_MEMBER,
                    LocalDate.of(2026, 1, 31),
                    at,
                    new BigDecimal("1234567890123456789012.50"),
                    1e300))
        .containsExactly("FULL_MEMBER 2026-01-31", at + " 1234567890123456789012.50", "1.0E300");
  }

  @Test
  void bodiesAndAnswersAreOfAnyKind() throws IOException {
    var bytes = "abc".getBytes(StandardCharsets.UTF_8);

    assertThat(club().maybe(Optional.of(ANN))).isEqualTo("Ann");
    assertThat(club().maybe(Optional.empty())).isEqualTo("nobody");
    assertThat(club().json(new JsonValue.Text("x"))).isEqualTo(new JsonValue.Text("x"));
    assertThat(club().bytes(bytes)).isEqualTo(bytes);
    try (var in = club().stream(new ByteArrayInputStream(bytes))) {
      assertThat(in.readAllBytes()).isEqualTo(bytes);
    }
    assertThat(club().page().text()).isEqualTo("<p>a&lt;b</p>");
    club().delete(7);
  }

  @Test
  void streamsAreReadWhole() {
    assertThat(club().rows(3)).extracting(Member::fullName).containsExactly("M0", "M1", "M2");
    assertThat(club().lines(2)).extracting(Member::id).containsExactly(0L, 1L);
    assertThat(club().lines(0)).isEmpty();
  }

  @Test
  void aSealedAnswerIsTheRecordOfItsStatus() {
    assertThat(club().entry(1)).isEqualTo(new Entry.Open("A"));
    assertThat(club().entry(2)).isEqualTo(new Entry.Waiting(5));
    assertThat(club().entry(3)).isEqualTo(new Entry.None());
  }

  @Test
  void aReplyHasItsStatusAndHeaders() {
    var reply = club().reply(ANN);

    assertThat(reply.value().fullName()).isEqualTo("Ann");
    assertThat(reply.status()).hasValue(201);
    assertThat(reply.headers())
        .contains(Map.entry("Location", "/club/members/7"), Map.entry("X-Two", "2"));
    assertThat(club().raw(404).status()).isEqualTo(404);
  }

  @Test
  void anErrorIsThrownAsItsClass() {
    assertThatThrownBy(() -> club().delete(8)).isExactlyInstanceOf(NotFound.class);
    assertThatThrownBy(() -> club().join("full")).isExactlyInstanceOf(ClubFull.class);
    assertThatThrownBy(() -> club().join("barred"))
        .isExactlyInstanceOf(Barred.class)
        .hasMessage("Not you");
    assertThatThrownBy(() -> club().join("taken"))
        .isInstanceOfSatisfying(
            Conflict.class,
            error -> assertThat(error.problems()).extracting(Problem::field).containsOnly("name"));
    assertThatThrownBy(() -> club().enter(new Member(0, " ", 151, Rank.GUEST, null)))
        .isInstanceOfSatisfying(
            Invalid.class,
            error ->
                assertThat(error.problems())
                    .extracting(Problem::field)
                    .containsExactly("full_name", "age"));
  }

  @Test
  void anErrorIsItsClassWhateverTheFormat() {
    var nobody = new Member(0, " ", null, Rank.GUEST, null);
    try (var own = TestClient.of(app().errors(new ShortErrors())).within(LONG)) {
      assertThat(own.post("/club/members", "{\"full_name\":\" \"}").problems())
          .containsExactly(problem("blank", "body", "full_name"));
      assertThatThrownBy(() -> new ClubClient(own).enter(nobody)).isInstanceOf(Invalid.class);
    }
    var asked = client().header("Accept", "application/problem+json");
    assertThatThrownBy(() -> new ClubClient(asked).enter(nobody)).isInstanceOf(Invalid.class);
  }

  @Test
  void anErrorWithoutAClassToMakeSaysItsStatusAndCode() {
    assertThatThrownBy(() -> club().join("late"))
        .isInstanceOfSatisfying(
            UnexpectedAnswer.class,
            error -> {
              assertThat(error.status()).isEqualTo(402);
              assertThat(error.code()).contains("LATE_FEE");
              assertThat(error.text()).contains("You owe 5");
            });
    assertThatThrownBy(() -> club().join("broken"))
        .isInstanceOf(UnexpectedAnswer.class)
        .hasMessage("POST /club/join was answered with 500 INTERNAL_ERROR")
        .hasRootCauseMessage("inside");
  }

  @Test
  void anAnswerThatBreaksConstraintsIsNotTheServersRefusal() {
    var odd = answering(200, "{\"id\":1,\"full_name\":\" \",\"age\":200,\"rank\":\"GUEST\"}");

    assertThatThrownBy(() -> odd.find(1))
        .isInstanceOf(UnexpectedAnswer.class)
        .hasMessageContainingAll("GET /club/members/{id}", "blank", "too_large")
        .hasCauseInstanceOf(Invalid.class);
  }

  @Test
  void anUnexpectedAnswersMessageHasNoValuesForItGetsIntoLogs() {
    var asked = new Search("secret?", null, Rank.GUEST, List.of(), null);
    var tells = "{\"id\":1,\"full_name\":\"secret\",\"age\":200,\"rank\":\"secret\"}";

    for (var client :
        List.of(answering(200, tells), answering(302, tells), answering(200, "secret"))) {
      assertThatThrownBy(() -> client.search(asked))
          .isInstanceOfSatisfying(
              UnexpectedAnswer.class, error -> assertThat(error.text()).contains("secret"))
          .hasMessageContaining("GET /club/search was answered with")
          .extracting(Throwable::getMessage, as(STRING))
          .doesNotContain("secret");
    }
  }

  @Test
  void anAnswerThatIsNoneOfTheOperationsIsToldShortly() {
    var long404 = answering(404, "x".repeat(100_000));

    assertThatThrownBy(() -> answering(200, "{").find(1)).isInstanceOf(UnexpectedAnswer.class);
    assertThatThrownBy(() -> answering(302, "").delete(1)).isInstanceOf(UnexpectedAnswer.class);
    assertThatThrownBy(() -> answering(203, "{}").entry(1)).isInstanceOf(UnexpectedAnswer.class);
    assertThatThrownBy(() -> long404.find(1))
        .isInstanceOfSatisfying(
            UnexpectedAnswer.class,
            error -> {
              assertThat(error.code()).isEmpty();
              assertThat(error.text()).hasSizeLessThan(9_000);
            });
  }

  /** A client of a server that answers always the same. */
  private static ClubClient answering(int status, String json) {
    return new ClubClient(
        (_, _, _, _) -> Response.json(status, json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatServicesCannotDoWithoutComesFirst() {
    assertThat(club().room(5, "B", 2)).containsExactly("5B", "2");
    assertThatThrownBy(() -> club().room(13, "B", 2)).isInstanceOf(NotFound.class);
  }

  @Test
  void headersThatServicesReadAreTheClients() {
    assertThat(new ClubClient(client().header("X-Key", "k")).guest()).isEqualTo("k");
    assertThatThrownBy(() -> club().guest()).isInstanceOf(Unauthorized.class);
  }

  @Test
  void routesBelowARouterOrInAMountedAppAreReachedBelowIt() {
    var inner = Covet.app().add(Router.at("/r").add(Club.class));
    try (var outer = TestClient.of(Covet.app().mount("/m", inner)).within(LONG)) {
      var reached = way.equals("http1") ? outer.http1() : outer;

      assertThat(new ClubClient(reached.at("/m").at("/r")).echo("x")).isEqualTo("x");
      assertThatThrownBy(() -> new ClubClient(reached).find(8))
          .isInstanceOf(AssertionError.class)
          .hasMessageContainingAll("GET /club/members/8 reaches no route", "client.at");
    }
  }
}

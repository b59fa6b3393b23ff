package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.StartOptions;
import dev.covet.base.config.Source;
import dev.covet.base.config.StartFailure;
import dev.covet.schema.Operation;
import dev.covet.schema.Parameter;
import dev.covet.schema.ResponseSchema;
import dev.covet.web.http.Method;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is generated for {@code good/shop} and {@code good/roster} answers as the tour says. */
final class RunningRoutesTest {
  private static final Pattern DETAIL =
      Pattern.compile(
          "\"field\":\"([^\"]*)\",\"location\":\\[\"(\\w+)\"[^]]*],\"code\":\"([^\"]*)\"");
  private static final String ID = "00000000-0000-0001-0000-000000000002";

  @TempDir static Path folder;
  private static Generated shop;
  private static Caller caller;

  @BeforeAll
  static void start() throws IOException, ClassNotFoundException {
    shop = generated("shop");
    caller = new Caller(app().start(options("TILLS", "3")));
  }

  private static Generated generated(String name) throws IOException {
    var sources = Path.of("src/test/resources/good").resolve(name);
    return Generated.from(folder.resolve(name), Generated.units(sources));
  }

  private static App app() throws ClassNotFoundException {
    return Covet.app().add(shop.type("shop.Shop"));
  }

  private static StartOptions options(String... settings) {
    var values = new java.util.HashMap<String, String>();
    for (int i = 0; i < settings.length; i += 2) {
      values.put(settings[i], settings[i + 1]);
    }
    return StartOptions.of(Mode.TEST).with(Source.code(values));
  }

  @AfterAll
  static void stop() throws ReflectiveOperationException {
    caller.close();
    assertThat(notes()).endsWith("closed", "ledger closed");
  }

  @SuppressWarnings("unchecked") // it is a list of texts
  private static List<String> notes() throws ReflectiveOperationException {
    return (List<String>) shop.constant("shop.Ledger", "NOTES");
  }

  @Test
  void scalarsComeFromPathAndQuery() {
    var answer =
        caller.get(
            "/shop/scalars/"
                + ID
                + "/Ann?on=true&price=1.5&exact=0.50&day=2026-01-31&at=2026-01-31T12:00:00Z");

    assertThat(answer.text())
        .isEqualTo(ID + " Ann true 1.5 0.50 2026-01-31 2026-01-31T12:00:00Z LARGE");
    assertThat(answer.header("Content-Type")).startsWith("text/plain");
    assertThat(answer.header("X-Stamp")).isEqualTo("shop");
  }

  @Test
  void ofSeveralTypesTheClientGetsTheOneThatItLikes() {
    var usual = caller.get("/shop/all", "Accept", "text/html, */*;q=0.1");
    assertThat(usual.header("Content-Type")).isEqualTo("application/json");
    assertThat(usual.header("Vary")).isEqualTo("Accept");
    assertThat(usual.text()).startsWith("[{");

    var lines = caller.get("/shop/all", "Accept", "application/json;q=0.5, application/jsonl");
    assertThat(lines.header("Content-Type")).isEqualTo("application/jsonl");
    assertThat(lines.text()).startsWith("{").endsWith("}\n");

    var versioned = caller.get("/shop/versioned", "Accept", "application/vnd.shop+json");
    assertThat(versioned.header("Content-Type")).isEqualTo("application/vnd.shop+json");
    assertThat(caller.get("/shop/versioned", "Accept", "image/png").status()).isEqualTo(200);
  }

  @Test
  void everyWrongScalarIsToldOnceInOrder() {
    var answer =
        caller.get("/shop/scalars/x/A?on=2&price=x&exact=0.4&day=2026-02-30&at=now&size=HUGE");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(details(answer))
        .containsExactly(
            "path id type",
            "path name too_short",
            "query on type",
            "query price type",
            "query exact too_small",
            "query day type",
            "query at type",
            "query size type");
    assertThat(details(caller.get("/shop/scalars/" + ID + "/Ann")))
        .containsExactly(
            "query on missing", "query price missing", "query exact missing", "query day missing");
  }

  private static List<String> details(Caller.Answer answer) {
    var found = new ArrayList<String>();
    var matcher = DETAIL.matcher(answer.text());
    while (matcher.find()) {
      found.add(matcher.group(2) + " " + matcher.group(1) + " " + matcher.group(3));
    }
    return found;
  }

  @Test
  void optionalValuesListsAndGroupsAreBound() {
    var full =
        caller.get(
            "/shop/search?q=tea&ids=1&ids=2&tags=a&from=2&to=3", "Accept", "a/b", "Accept", "c/d");

    assertThat(full.text())
        .isEqualTo("[\"tea\",\"[1, 2]\",\"[a]\",\"Range[from=2, to=3]\",\"[a/b, c/d]\"]");
    assertThat(caller.get("/shop/search?ids=1", "Accept", "a/b").text())
        .isEqualTo("[\"none\",\"[1]\",\"null\",\"Range[from=0, to=null]\",\"[a/b]\"]");
  }

  @Test
  void aComponentHasOtherNamesToo() {
    assertThat(caller.get("/shop/search?ids=1&until=7", "Accept", "a/b").text())
        .contains("Range[from=0, to=7]");
    assertThat(details(caller.get("/shop/search?ids=1&until=x", "Accept", "a/b")))
        .containsExactly("query to type");
  }

  @Test
  void elementsListsAndGroupsAreChecked() {
    assertThat(details(caller.get("/shop/search?q=TEA&ids=1&ids=x&ids=3&from=-1&to=y")))
        .containsExactly(
            "query q pattern",
            "query ids[1] type",
            "query ids too_many",
            "query from too_small",
            "query to type",
            "header Accept missing");
    assertThat(details(caller.get("/shop/search", "Accept", "a/b")))
        .containsExactly("query ids missing", "query ids too_few");
  }

  @Test
  void aGroupKeepsItsRulesAndItsConstructorsRefusal() {
    assertThat(details(caller.get("/shop/search?ids=1&from=5&to=4", "Accept", "a/b")))
        .containsExactly("query  in_order");
    var unlucky = caller.get("/shop/search?ids=1&from=13", "Accept", "a/b");
    assertThat(details(unlucky)).containsExactly("query  invalid");
    assertThat(unlucky.text()).doesNotContain("bad luck");
  }

  @Test
  void bodiesAreRecordsListsScalarsOrAnything() {
    var goods =
        caller.post("/shop/goods", "[{\"name\":\"tea\"},{\"name\":\"jam\",\"size\":\"LARGE\"}]");
    assertThat(goods.text())
        .isEqualTo("[{\"name\":\"tea\",\"size\":\"SMALL\"},{\"name\":\"jam\",\"size\":\"LARGE\"}]");
    assertThat(details(caller.post("/shop/goods?times=x", "[{\"name\":\"\"},{},{\"name\":\"a\"}]")))
        .contains("query times type", "body [0].name blank", "body [1].name missing");
    assertThat(
            details(
                caller.post("/shop/goods", "[{\"name\":\"a\"},{\"name\":\"b\"},{\"name\":\"c\"}]")))
        .containsExactly("body  too_many");
    assertThat(caller.post("/shop/any", "{\"a\":[1,null]}").text()).isEqualTo("{\"a\":[1,null]}");
    assertThat(caller.post("/shop/maybe", "").text()).isEqualTo("true");
    assertThat(caller.post("/shop/maybe", "{\"name\":\"tea\"}").text()).isEqualTo("false");
  }

  @Test
  void aBodyOfTextsIsCheckedAndBounded() {
    assertThat(put("/shop/words", "[\"a\",\"b\"]").text()).isEqualTo("2");
    assertThat(details(put("/shop/words", "[\"\",\"toolong\"]")))
        .containsExactly("body [0] blank", "body [1] too_long");
    assertThat(put("/shop/words", "[\"" + "a".repeat(64) + "\"]").status()).isEqualTo(413);
    assertThat(caller.call(Method.PUT, "/shop/words", "[]").status()).isEqualTo(415);
    assertThat(put("/shop/words", "[").status()).isEqualTo(400);
  }

  private static Caller.Answer put(String path, String json) {
    return caller.call(Method.PUT, path, json, "Content-Type", "application/json");
  }

  @Test
  void resultsHaveTheirTypesAndStatuses() {
    assertThat(caller.get("/shop/page").text()).isEqualTo("<p>a&lt;b</p>");
    assertThat(caller.get("/shop/table").header("Content-Type"))
        .isEqualTo("text/csv; charset=utf-8");
    assertThat(caller.get("/shop/picture").header("Content-Type")).isEqualTo("image/png");
    assertThat(caller.get("/shop/film").text()).isEqualTo("film");
    assertThat(caller.get("/shop/anything").status()).isEqualTo(202);
    assertThat(caller.get("/shop/reply/1").text()).contains("tea");
    assertThat(caller.get("/shop/reply/2").text()).contains("Good not found");
    assertThat(caller.get("/shop/slow").status()).isEqualTo(203);
    assertThat(caller.get("/shop/one/7").text()).contains("\"7\"");
    assertThat(caller.get("/shop/two").text()).contains("two");
  }

  @Test
  void servicesAreProvidedAndOnlyOnceTheRequestIsRight() throws ReflectiveOperationException {
    var before = notes().size();
    assertThat(details(caller.get("/shop/services"))).containsExactly("header Customer missing");
    assertThat(notes().subList(before, notes().size())).noneMatch(each -> each.contains("basket"));

    assertThat(caller.get("/shop/services", "Customer", "Ann").text())
        .contains(
            "\"TEST\",\"Ann's basket\",\"[Ann, Bob]\",\"ShopSettings[mailUrl=smtp://localhost")
        .contains("tills=3, motto=null, bags=SMALL]");
    assertThat(caller.get("/shop/services", "Customer", "nobody").status()).isEqualTo(401);
    assertThat(notes()).contains("basket of Ann");
  }

  @Test
  void exceptionsKeepTheirTypes() throws ClassNotFoundException {
    var mapped =
        app()
            .onError(
                IOException.class, e -> new dev.covet.api.Unavailable("disk " + e.getMessage()));
    try (var other = new Caller(mapped.start(options("TILLS", "1")))) {
      assertThat(other.call(Method.DELETE, "/shop/static/1", "").text()).contains("disk one");
      assertThat(other.call(Method.DELETE, "/shop/static/2", "").status()).isEqualTo(404);
      assertThat(other.call(Method.DELETE, "/shop/static/3", "").status()).isEqualTo(204);
    }
  }

  @Test
  void allWrongSettingsAreToldAtOnce() {
    assertThatThrownBy(() -> app().start(options("MAIL_URL", ": :", "TILLS", "100", "BAGS", "x")))
        .isInstanceOf(StartFailure.class)
        .hasMessageContainingAll("MAIL_URL", "TILLS must be at most 99", "BAGS must be one of");
  }

  @Test
  void operationsSayWhatCanBeSentAndAnswered() {
    assertThat(statuses("Shop.goods")).containsExactly(200, 400, 400, 413, 415, 422);
    assertThat(statuses("Shop.remove")).containsExactly(204, 404, 422);
    assertThat(statuses("Shop.services")).containsExactly(200, 401, 422);
    assertThat(statuses("Shop.reply")).containsExactly(200, 404, 422);
    assertThat(operation("Shop.services").parameters())
        .extracting(Parameter::name)
        .containsExactly("Customer");
    assertThat(operation("Shop.search").parameters())
        .extracting(each -> each.in() + " " + each.name() + " " + each.required())
        .containsExactly(
            "query q false",
            "query ids true",
            "query tags false",
            "query from false",
            "query to false",
            "header Accept true");
    assertThat(operation("Shop.search").summary()).isEqualTo("Looks for goods.");
    assertThat(operation("Shop.old"))
        .matches(Operation::hidden)
        .matches(Operation::deprecated)
        .returns("museum", Operation::tag);
  }

  private static Operation operation(String source) {
    return caller.app().operations().stream()
        .filter(each -> each.source().equals(source))
        .findFirst()
        .orElseThrow();
  }

  private static List<Integer> statuses(String source) {
    return operation(source).responses().stream().map(ResponseSchema::status).toList();
  }

  @Test
  void theRosterAnswersAsTheOneWrittenByHand() throws IOException, ClassNotFoundException {
    var type = generated("roster").type("roster.Roster");
    try (var roster = new Caller(Covet.app().add(type).start(options()))) {
      assertThat(
              roster
                  .post("/roster", "{\"name\":\"Ant\",\"secretName\":\"Scott\",\"age\":40}")
                  .text())
          .contains("\"id\":1,\"name\":\"Ant\"");
      assertThat(roster.post("/roster", "{\"name\":\"Closed\",\"secretName\":\"x\"}").text())
          .contains("ROSTER_CLOSED");
      assertThat(details(roster.patch("/roster/x", "{\"name\":\"\"}")))
          .containsExactly("path id type", "body name blank");
      assertThat(roster.get("/roster/agent", "User-Agent", "me").header("X-Marked"))
          .isEqualTo("yes");
      assertThat(roster.post("/roster/reverse", "abc").text()).isEqualTo("cba");
      assertThat(roster.post("/roster/copy", "abc").text()).isEqualTo("abc");
    }
  }
}

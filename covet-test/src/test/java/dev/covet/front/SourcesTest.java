package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import desk.Desk;
import dev.covet.app.Covet;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tables A and B of bad input for each part of a request in which values stand; D42, D58, D60,
 * S2.parse.query, S2.err.sources, S3.val.three, S4.types, J2.
 */
class SourcesTest {
  private static final Map<String, List<String>> GOOD =
      Source.each(
          "count",
          "1",
          "big",
          "-5",
          "price",
          "2.5",
          "exact",
          "1.50",
          "flag",
          "true",
          "text",
          "a b",
          "day",
          "2026-01-31",
          "moment",
          "2026-01-31T12:00:00Z",
          "id",
          "00000000-0000-0000-0000-000000000001",
          "color",
          "RED");

  private static final String ECHO =
      "Values[count=1, big=-5, price=2.5, exact=1.50, flag=true, text=a b, day=2026-01-31,"
          + " moment=2026-01-31T12:00:00Z, id=00000000-0000-0000-0000-000000000001, color=RED]";

  @AutoClose private final TestClient client = TestClient.of(Covet.app().add(Desk.class));

  /** Name, text and code, parted by bars. */
  private static final String BAD =
      """
      count|abc|type
      count|1.9|type
      count|true|type
      count|0x10|type
      count|٣|type
      count|-|type
      count|3000000000|too_large
      count|-3000000000|too_small
      count|10|too_large
      big|9223372036854775808|too_large
      price|x|type
      price|1e400|too_large
      exact|1e1000000000|too_large
      flag|maybe|type
      flag|2|type
      text| |blank
      text|abcdef|too_long
      day|not-a-date|type
      day|2026-02-30|type
      moment|2026-01-31|type
      id|nope|type
      color|0|type
      color|PURPLE|type
      color|red|type
      """;

  private static Stream<Arguments> badValues() {
    return BAD.lines()
        .map(line -> line.split("\\|", -1))
        .flatMap(row ->
            Stream.of(Source.values()).map(source -> Arguments.of(source, row[0], row[1], row[2])));
  }

  private static Map<String, List<String>> but(String name, String... values) {
    var changed = new LinkedHashMap<>(GOOD);
    changed.put(name, List.of(values));
    return changed;
  }

  @ParameterizedTest
  @EnumSource
  void goodValuesAreTakenAsTheyAre(Source source) {
    assertThat(source.send(client, GOOD).text()).isEqualTo(ECHO);
  }

  @ParameterizedTest
  @MethodSource("badValues")
  void aBadValueIsToldAtItsPlace(Source source, String name, String text, String code) {
    var answer = source.send(client, but(name, text));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problems()).containsExactly(problem(code, source.word(), source.name(name)));
    assertThat(answer.text()).doesNotContain("PURPLE", "not-a-date", "maybe", "nope");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "PATH")
  void everythingThatIsMissingIsTold(Source source) {
    var answer = source.send(client, Map.of());

    assertThat(answer.problems())
        .containsExactlyElementsOf(
            GOOD.keySet().stream()
                .map(name -> problem("missing", source.word(), source.name(name)))
                .toList());
  }

  /** D58: one value is asked for, and nothing says which one is meant. */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "PATH")
  void aValueThatIsGivenTwiceIsADuplicate(Source source) {
    for (var name : List.of("count", "text", "color")) {
      var answer = source.send(client, but(name, "1", "2"));
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.problems())
          .contains(problem("duplicate", source.word(), source.name(name)));
    }
  }

  /** D60: texts have the words of forms, JSON has two. */
  @ParameterizedTest
  @EnumSource
  void booleansAreWordsInTexts(Source source) {
    for (var yes : List.of("true", "TRUE", "1", "on", "On", "yes", "YES")) {
      var answer = source.send(client, but("flag", yes));
      var taken = source != Source.BODY || yes.equals("true");
      assertThat(answer.status()).as(yes).isEqualTo(taken ? 200 : 422);
    }
    for (var no : List.of("false", "False", "0", "off", "OFF", "no", "No")) {
      var answer = source.send(client, but("flag", no));
      if (source == Source.BODY && !no.equals("false")) {
        assertThat(answer.problems()).containsExactly(problem("type", "body", "flag"));
      } else {
        assertThat(answer.text()).as(no).isEqualTo(ECHO.replace("flag=true", "flag=false"));
      }
    }
  }

  /** An input that nobody filled in is sent empty: that is no number, and no day. */
  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"PATH", "BODY"})
  void anEmptyTextIsATextAndNothingElse(Source source) {
    for (var name : List.of("count", "big", "price", "exact", "flag", "day", "id", "color")) {
      assertThat(source.send(client, but(name, "")).problems())
          .containsExactly(problem("missing", source.word(), source.name(name)));
    }
    assertThat(source.send(client, but("text", "")).problems())
        .containsExactly(problem("blank", source.word(), source.name("text")));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"PATH", "BODY"})
  void whatMayBeLeftOutMayBeEmpty(Source source) {
    var path = "/desk/maybe/" + source.word();
    var none =
        "Maybe[count=null, day=Optional.empty, color=RED, flag=false, text=null, note=none, tag=[],"
            + " size=[]]";
    assertThat(source.send(client, path, Map.of()).text()).isEqualTo(none);
    var empty =
        Source.each("count", "", "day", "", "color", "", "flag", "", "text", "", "size", "");
    assertThat(source.send(client, path, empty).text())
        .isEqualTo(none.replace("text=null", "text="));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"PATH", "BODY"})
  void aListTakesAllOfAName(Source source) {
    var path = "/desk/maybe/" + source.word();
    var two = Map.of("size", List.of("3", "4"));
    assertThat(source.send(client, path, two).text()).contains("size=[3, 4]");
    var bad = Map.of("size", List.of("3", "x"));
    assertThat(source.send(client, path, bad).problems())
        .containsExactly(problem("type", source.word(), source.name("size"), 1));
    var three = Map.of("size", List.of("3", "4", "5"));
    assertThat(source.send(client, path, three).problems())
        .containsExactly(problem("too_many", source.word(), source.name("size")));
  }

  @Test
  void aTextThatMayBeLeftOutMayNotBeThereTwice() {
    assertThat(client.get("/desk/named?q=a&query=b").problems())
        .containsExactly(problem("duplicate", "query", "q"));
    var twice = client.request(Method.GET, "/desk/named").header("X-Tag", "a");
    assertThat(twice.header("x-tag", "a").send().problems())
        .containsExactly(problem("duplicate", "header", "X-Tag"));
    assertThat(client.get("/desk/named?query=b").text()).isEqualTo("b null");
  }

  @Test
  void aMapTakesWhatIsReadByNoOtherName() {
    assertThat(client.get("/desk/filter").text()).isEqualTo("{} 1 null");
    assertThat(client.get("/desk/filter?b=2&page=3&a[x]=%C3%A9+&query=y").text())
        .isEqualTo("{b=2, a[x]=é } 3 y");
    assertThat(client.get("/desk/counts?b=1&b=2&limit=7&a=&offset=0&c=&c=3").text())
        .isEqualTo("{b=[1, 2], c=[3]} 7");
    assertThat(client.get("/desk/marks").text()).isEqualTo("none");
    assertThat(client.get("/desk/marks?z=1&a=2&z=3").text()).isEqualTo("[z[1, 3], a[2]]");
    assertThat(client.get("/desk/colors").text()).isEqualTo("Optional.empty");
    assertThat(client.get("/desk/colors?a=RED&a=BLUE").text())
        .isEqualTo("Optional[{a=[RED, BLUE]}]");
  }

  @Test
  void aMapHasTheLimitsOfItsNamesItsValuesAndItself() {
    assertThat(client.get("/desk/filter?a=+&b=1&b=1&c=abcdef&longer+name=1").problems())
        .containsExactly(
            problem("blank", "query", "a"),
            problem("duplicate", "query", "b"),
            problem("too_long", "query", "c"),
            problem("too_long", "query", "longer name"),
            problem("too_many", "query"));
    assertThat(client.get("/desk/counts?b=1&b=10&a=x&c=1&c=2&c=3").problems())
        .containsExactly(
            problem("too_large", "query", "b", 1),
            problem("type", "query", "a", 0),
            problem("too_many", "query", "c"));
    assertThat(client.get("/desk/colors?a=RED&a=RED").problems())
        .containsExactly(problem("duplicate", "query", "a", 1));
    assertThat(client.get("/desk/filter?" + "x".repeat(70) + "=1").problems())
        .containsExactly(problem("too_long", "query", "x".repeat(64)));
    assertThat(client.get("/desk/filter?a" + "&a".repeat(256)).status()).isEqualTo(400);
  }

  @Test
  void aMapLeavesNothingForAStrictRecordToRefuse() {
    assertThat(client.get("/desk/offers?days=3&b=1.50&a=2").text())
        .isEqualTo("Offer[days=3, prices={b=1.50, a=2}]");
    assertThat(Source.form(client, "/desk/offers", "b=1.50&days=3").text())
        .isEqualTo("Offer[days=3, prices={b=1.50}]");
    assertThat(client.post("/desk/offers", "{\"days\":3,\"prices\":{\"b\":1.50}}").text())
        .isEqualTo("Offer[days=3, prices={b=1.50}]");
    assertThat(client.get("/desk/offers?days=x&b=x").problems())
        .containsExactly(problem("type", "query", "days"), problem("type", "query", "b"));
  }

  @Test
  void aMapOfAFormLeavesOutWhatServicesRead() {
    assertThat(Source.form(client, "/desk/notes", "b=2&visitor=Ann&title=x&a=1&c=").text())
        .isEqualTo("x{b=2, a=1}Annnull");
    assertThat(Source.form(client, "/desk/notes", "visitor=Ann&title=x").problems())
        .containsExactly(problem("empty", "form"));
    assertThat(Source.form(client, "/desk/notes", "visitor=Ann&a=1&b=1&c=1&a=2").problems())
        .containsExactly(problem("duplicate", "form", "a"), problem("too_many", "form"));
  }

  @Test
  void aMapIsAnObjectInTheDocument() {
    assertThat(client.get("/openapi.json").text())
        .contains(
            "{\"name\":\"filter\",\"in\":\"query\",\"description\":\"Each parameter by its name, unless"
                + " another one here is called so.\",\"style\":\"form\",\"explode\":true,\"schema\":{\"type\":\"object\","
                + "\"propertyNames\":{\"type\":\"string\",\"maxLength\":8},\"additionalProperties\":"
                + "{\"type\":\"string\",\"minLength\":1,")
        .contains(
            "\"additionalProperties\":{\"type\":\"integer\",\"format\":\"int32\"},\"propertyNames\":{\"anyOf\":"
                + "[{\"enum\":[\"title\",\"visitor\"]},{\"type\":\"string\",\"maxLength\":8}]},\"description\":"
                + "\"Has at least 1 and at most 2 of other names, or else `empty`, `too_few` or"
                + " `too_many`.\"");
  }

  @ParameterizedTest
  @EnumSource(names = {"QUERY", "COOKIE", "FORM"})
  void anAliasIsAnotherName(Source source) {
    var path = "/desk/maybe/" + source.word();
    assertThat(source.send(client, path, Source.each("remark", "x")).text()).contains("note=x");
    assertThat(source.send(client, path, Source.each("note", "x", "remark", "y")).problems())
        .containsExactly(problem("duplicate", source.word(), "note"));
    assertThat(source.send(client, path, Source.each("tag", "x", "label", "y")).text())
        .contains("tag=[x, y]");
  }
}

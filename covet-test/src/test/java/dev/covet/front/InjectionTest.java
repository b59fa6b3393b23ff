package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.test.TestDatabase;
import dev.covet.web.http.Method;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import letters.Letter;
import letters.Letters;
import letters.Mood;
import letters.Stamp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * S4.sec.inject, D1: a text from anywhere in a request is a value, on each database, from the
 * socket to the row and back.
 */
@ParameterizedClass
@EnumSource
class InjectionTest {
  /** Where the letters are. */
  enum Place {
    SQLITE,
    POSTGRESQL;

    TestDatabase database() {
      return this == SQLITE ? TestDatabase.memory() : TestDatabase.postgres();
    }
  }

  /** What else is there, and must neither be found nor changed. */
  private static final Letter SECRET =
      new Letter("secret", "for nobody", Mood.SAD, List.of("hidden"), Map.of(), new Stamp("lion"));

  @AutoClose private final TestClient client;

  InjectionTest(Place place) {
    client = TestClient.of(Letters.app(), place.database()).http1();
    post(SECRET);
  }

  private static final List<String> TEXTS =
      List.of(
          "' OR '1'='1",
          "' OR 1=1 --",
          "\" OR \"\"=\"",
          "'; DROP TABLE letter; --",
          "x'); DELETE FROM letter; --",
          "' UNION SELECT code, subject, mood, labels, notes, stamp FROM letter --",
          "'||(SELECT subject FROM letter LIMIT 1)||'",
          "') OR EXISTS(SELECT 1 FROM letter) OR ('",
          "1; SELECT pg_sleep(10)",
          "admin'#",
          "/* comment */",
          "'/**/OR/**/1=1",
          "-- to the end",
          "\\",
          "\\'",
          "\\\\' OR 1=1 --",
          "\\x27 OR 1=1",
          "$1",
          "$1 $2 $99999",
          "$$",
          "$tag$ body $tag$",
          "?",
          "??",
          "?1",
          ":code",
          ":code::text",
          "@code",
          "{code}",
          "${code}",
          "%",
          "_",
          "%_\\",
          "100%",
          "[a-z]*",
          "*?[",
          "E'\\047'",
          "U&'\\0027'",
          "\u2019 OR \u20181\u2019=\u20181",
          "\u02bc\u02b9\u2032\uff07",
          "\u00ab\u00bb\u201c\u201d",
          "\ud83d\ude00'--",
          "\n'; --\r\n\t",
          "\u001a\u0008",
          "\ufeff'\u200b\u202e",
          "{\"a\": \"']}\"",
          "],[\"x",
          "$.labels[0]",
          "NULL",
          "null",
          "0x27",
          "'");

  private static Letter letter(String text) {
    return new Letter(
        text, text, Mood.GLAD, List.of("a", text), Map.of(text, text), new Stamp(text));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  private Answer post(Letter letter) {
    return client.post("/letters", json(letter));
  }

  private static String json(Letter it) {
    var notes =
        it.notes().entrySet().stream()
            .map(note -> text(note.getKey()) + ":" + text(note.getValue()));
    return "{\"code\":%s,\"subject\":%s,\"mood\":\"%s\",\"labels\":[%s],\"notes\":{%s},\"stamp\":{\"motif\":%s}}"
        .formatted(
            text(it.code()),
            text(it.subject()),
            it.mood(),
            String.join(",", it.labels().stream().map(InjectionTest::text).toList()),
            String.join(",", notes.toList()),
            text(it.stamp().motif()));
  }

  /** Escaped in full, so that nothing but the meaning of JSON counts. */
  private static String text(String text) {
    var json = new StringBuilder("\"");
    text.chars().forEach(c -> json.append("\\u%04x".formatted(c)));
    return json.append('"').toString();
  }

  @AfterEach
  void nothingElseIsFoundOrChanged() {
    assertThat(client.get("/letters/secret").read(Letter.class)).isEqualTo(SECRET);
  }

  /** What a path may hold, where none of it may be taken for another folder. */
  private static int found(String text) {
    return text.chars().anyMatch(c -> c < ' ' || c == '/' || c == '\\') ? 400 : 200;
  }

  @Test
  void aTextIsStoredAndFoundAsItIs() {
    for (var text : TEXTS) {
      var letter = letter(text);
      assertThat(post(letter).read(Letter.class)).isEqualTo(letter);

      assertThat(client.get("/letters/" + encoded(text)).status()).as(text).isEqualTo(found(text));
      for (var way : Letters.Way.values()) findsItsOwn(way, letter);
      var form = client.request(Method.POST, "/letters/by/form").field("subject", text).send();
      assertThat(form.readList(Letter.class)).as(text).containsExactly(letter);
    }
  }

  private void findsItsOwn(Letters.Way way, Letter letter) {
    var text = letter.subject();
    var part = way.name().endsWith("LIKE") ? text.replaceAll("[\\\\%_]", "\\\\$0") : text;
    var found = client.get("/letters/by/query?way=%s&text=%s".formatted(way, encoded(part)));
    assertThat(found.readList(Letter.class)).as(way + " " + text).contains(letter);
    assertThat(found.text()).as(way + " " + text).doesNotContain("for nobody");
    if (way == Letters.Way.EQ || way == Letters.Way.HAS || way == Letters.Way.LIKE) {
      assertThat(found.readList(Letter.class)).as(way + " " + text).hasSize(1);
    }
  }

  @Test
  void aTextInAHeaderOrACookieIsAValueOrRefused() {
    for (var text : TEXTS) {
      if (!text.chars().allMatch(c -> c >= ' ' && c <= '~')) continue; // no header can hold it
      post(letter(text));
      var header =
          client.request(Method.GET, "/letters/by/header").header("X-Subject", text).send();
      assertThat(header.readList(Letter.class)).as(text).containsExactly(letter(text));
      var cookie =
          client
              .request(Method.GET, "/letters/by/cookie")
              .header("Cookie", "subject=" + text)
              .send();
      assertThat(cookie.status()).as(text).isIn(200, 400, 422);
      assertThat(cookie.text()).doesNotContain("for nobody");
    }
  }

  @Test
  void aTextThatIsNoneOfAClosedSetIsRefused() {
    for (var text : TEXTS) {
      var mood = client.get("/letters/by/mood?mood=" + encoded(text));
      assertThat(mood.status()).as(text).isEqualTo(422);
      var way = client.get("/letters/by/query?text=a&way=" + encoded(text));
      assertThat(way.problems()).extracting("location").containsExactly(List.of("query", "way"));

      for (var asked : List.of("sort=%s", "sort=-%s", "sort=subject,%s", "after=%s", "limit=%s")) {
        var answer = client.get("/letters/sorted?" + asked.formatted(encoded(text)));
        assertThat(answer.status()).as(asked + " " + text).isEqualTo(422);
      }
    }
  }

  @Test
  void aTextInChangesIsAValue() {
    post(letter("plain"));
    for (var text : TEXTS) {
      var json = text(text);
      var answer =
          client.patch(
              "/letters/plain",
              "{\"subject\":%1$s,\"labels\":[%1$s],\"notes\":{%1$s:%1$s}}".formatted(json));
      var changed = answer.read(Letter.class);
      assertThat(changed.subject()).isEqualTo(text);
      assertThat(changed.labels()).containsExactly(text);
      assertThat(changed.notes()).isEqualTo(Map.of(text, text));

      client.patch("/letters/plain", "{%s:1}".formatted(json));
      var status = client.delete("/letters/" + encoded(text)).status();
      assertThat(status).as(text).isEqualTo(found(text) == 200 ? 404 : 400);
      assertThat(client.get("/letters/plain").read(Letter.class)).as(text).isEqualTo(changed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "\u0000", "'\u0000; --"})
  void whatNoDatabaseStoresIsRefusedAndFindsNothing(String text) {
    assertThat(post(letter(text)).problems()).contains(problem("bad_text", "body", "subject"));
    assertThat(client.get("/letters/" + encoded(text)).status()).isEqualTo(400);
    for (var way : Letters.Way.values()) {
      var found = client.get("/letters/by/query?way=%s&text=%s".formatted(way, encoded(text)));
      assertThat(found.status()).as(way.name()).isIn(200, 422);
      assertThat(found.text()).doesNotContain("for nobody");
    }
  }

  @Test
  void aCursorThatWasMadeByHandIsRefused() {
    for (var n = 0; n < 5; n++) post(letter("letter " + n));
    var next = client.get("/letters/sorted?sort=subject&limit=2").text();
    var cursor = next.replaceAll(".*\"next\":\"([^\"]*)\".*", "$1");
    assertThat(client.get("/letters/sorted?sort=subject&after=" + cursor).status()).isEqualTo(200);
    for (var at = 0; at < cursor.length(); at++) {
      var other = cursor.substring(0, at) + "x" + cursor.substring(at + 1);
      assertThat(client.get("/letters/sorted?sort=subject&after=" + other).status()).isIn(200, 422);
    }
  }
}

package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static rules.Plans_PlanTable.PLAN;

import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rules.Plans;

/** S1.val.rules: some components of a record, wherever they stand, and the rules of the whole. */
class ChangesTest {
  @AutoClose
  private final TestClient client =
      TestClient.of(Covet.app().install(Database.memory().tables(PLAN)).add(Plans.class));

  @BeforeEach
  void create() {
    var plan =
        """
        {"title": "a", "first": 1, "last": 3, "place": {"city": "Rome", "street": "Via"}, "tags": ["x"]}
        """;
    assertThat(client.post("/plans", plan).status()).isEqualTo(200);
  }

  private Answer patch(String path, String json) {
    return client.request(Method.PATCH, "/plans/1" + path).json(json).send();
  }

  @Test
  void aNestedRecordAndAListAreReplacedWhole() {
    assertThat(patch("", "{\"place\": {\"city\": \"Oslo\"}, \"tags\": []}").text())
        .contains(
            "\"place\":{\"city\":\"Oslo\",\"street\":null}", "\"tags\":[]", "\"title\":\"a\"");
    assertThat(patch("", "{\"place\": null}").text()).contains("\"place\":null");
    assertThat(patch("", "{\"place\": {\"street\": \"x\"}}").problems())
        .containsExactly(problem("missing", "body", "place", "city"));
    assertThat(patch("", "{\"tags\": [\"long\"]}").problems())
        .containsExactly(problem("too_long", "body", "tags", 0));
  }

  @Test
  void aliasesAreReadAndUnknownNamesAreNot() {
    assertThat(patch("", "{\"name\": \"b\"}").text()).contains("\"title\":\"b\"", "\"days\":2");
    assertThat(patch("", "{\"days\": 5}").problems())
        .containsExactly(problem("unknown", "body", "days"));
    assertThat(patch("", "{\"title\": \"b\", \"name\": \"c\"}").problems())
        .containsExactly(problem("duplicate", "body", "title"));
  }

  @Test
  void aRuleHoldsForTheRowAfterTheChange() {
    assertThat(patch("", "{\"first\": 4}").problems())
        .containsExactly(problem("ends_after_it_begins", "body"));
    assertThat(patch("", "{\"first\": 4, \"last\": 5}").status()).isEqualTo(200);
    assertThat(patch("/inside", "{\"plan\": {\"last\": 3}}").problems())
        .containsExactly(problem("ends_after_it_begins", "body"));
    assertThat(patch("/beside", "{\"last\": 3, \"note\": \"n\"}").problems())
        .containsExactly(problem("ends_after_it_begins", "body"));
  }

  @Test
  void changesAreAComponentOfARecord() {
    assertThat(patch("/inside", "{\"plan\": {\"title\": \"c\"}, \"note\": null}").text())
        .contains("\"title\":\"c\"", "\"first\":1");
    assertThat(patch("/inside", "{\"plan\": {\"title\": \"\", \"first\": -1}}").problems())
        .containsExactly(
            problem("blank", "body", "plan", "title"),
            problem("too_small", "body", "plan", "first"));
    assertThat(patch("/inside", "{}").problems())
        .containsExactly(problem("missing", "body", "plan"));
  }

  @Test
  void changesStandBesideOtherFields() {
    assertThat(patch("/beside", "{\"name\": \"c\", \"note\": \"n\", \"place\": null}").text())
        .contains("\"title\":\"c\"", "\"place\":null", "\"first\":1");
    assertThat(patch("/beside", "{\"title\": null, \"note\": \"\"}").problems())
        .containsExactly(problem("null", "body", "title"), problem("blank", "body", "note"));
    assertThat(client.post("/plans/echo", "{\"note\": \"n\", \"last\": 3, \"place\": null}").text())
        .isEqualTo("{\"last\":3,\"place\":null,\"note\":\"n\"}");
    assertThat(client.post("/plans/echo", "{\"note\": \"n\", \"id\": 3}").text())
        .isEqualTo("{\"note\":\"n\"}");
  }

  @Test
  void whatIsAppliedKeepsTheRulesToo() {
    var both = "{\"text\": \"b\", \"more\": [{\"places\": [{\"city\": \"Bonn\"}]}]}";

    assertThat(client.post("/plans/drafts", both).text())
        .contains("{\"text\":\"b\",\"places\":[]}", "\"city\":\"Bonn\"");
    assertThat(client.post("/plans/drafts", "{\"more\": [{}]}").problems())
        .containsExactly(problem("has_something", "body"));
  }

  @Test
  void answersWithChangesLeaveOutWhatIsOnlySent() {
    var door = "{\"name\":\"a\",\"pin\":\"1234\",\"lock\":{\"kind\":\"b\",\"code\":\"c\"}}";
    var shown = "{\"name\":\"a\",\"lock\":{\"kind\":\"b\"}}";

    assertThat(client.post("/plans/door", door).text()).isEqualTo(shown);
    assertThat(client.post("/plans/door", "{\"pin\":\"1\"}").problems())
        .containsExactly(problem("too_short", "body", "pin"));
    assertThat(client.post("/plans/doors", "{\"one\":%1$s,\"all\":[%1$s]}".formatted(door)).text())
        .isEqualTo("{\"one\":%1$s,\"all\":[%1$s]}".formatted(shown));
    assertThat(client.post("/plans/noted", "{\"note\":\"n\"," + door.substring(1)).text())
        .isEqualTo(shown.replace("}}", "},\"note\":\"n\"}"));
  }

  @Test
  void theDocumentTellsChangesThatAreGotFromThoseThatAreSent() {
    assertThat(schema("DoorUpdate"))
        .contains("\"pin\":", "/LockCreate\"")
        .doesNotContain("required");
    assertThat(schema("DoorChanges"))
        .contains("\"name\":", "/Lock\"")
        .doesNotContain("pin", "required");
    assertThat(schema("Noted")).doesNotContain("pin").contains("\"required\":[\"note\"]");
    assertThat(schema("NotedCreate")).contains("pin", "\"required\":[\"note\"]");
    assertThat(schema("Doors")).contains("/DoorChanges\"");
    assertThat(schema("DoorsCreate")).contains("/DoorUpdate\"");
  }

  /** A component of the document. */
  private String schema(String name) {
    var document = client.get("/openapi.json").text();
    var start = document.indexOf("\"%s\":{".formatted(name));
    return document.substring(start, end(document, document.indexOf('{', start)));
  }

  /** Where the object ends that begins at a position. */
  private static int end(String json, int start) {
    int depth = 0;
    for (int at = start; ; at++) {
      depth += json.charAt(at) == '{' ? 1 : json.charAt(at) == '}' ? -1 : 0;
      if (depth == 0) {
        return at + 1;
      }
    }
  }

  @Test
  void theDocumentHasThemAllAsOptional() {
    assertThat(schema("Beside"))
        .contains("\"title\":", "\"tags\":", "\"note\":", "\"required\":[\"note\"]");
  }
}

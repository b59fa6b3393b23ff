package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static stock.Stock_CrateTable.CRATE;

import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.test.TestClient;
import dev.covet.test.TestProblem;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stock.Stock;

/** S4.types: sets, maps, arrays and options, in bodies, answers, columns and the document. */
class ContainersTest {
  @AutoClose
  private final TestClient client =
      TestClient.of(Covet.app().install(Database.memory().tables(CRATE)).add(Stock.class));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"tags\":[\"b\",\"a\",\"c\"]",
        "\"times\":[\"2026-01-31T12:00:00.000Z\",\"2026-01-30T12:00:00.000Z\"]",
        "\"numbers\":[2,1.50,1]",
        "\"units\":[\"pc\",\"kg\"]",
        "\"items\":[{\"name\":\"b\",\"price\":1},{\"name\":\"a\",\"price\":1}]",
        "\"any\":[3,3,1]",
        "\"words\":[\"b\",\"b\",\"a\"]",
        "\"ints\":[2147483647,-1]",
        "\"longs\":[9223372036854775807]",
        "\"doubles\":[0.5,-2.0]",
        "\"offers\":[{\"name\":\"b\",\"price\":1}]",
        "\"gaps\":[null,\"a\",null]",
        "\"deep\":[[{\"b\":[1,1],\"a\":[]},{}],[]]",
      })
  void whatHoldsValuesKeepsThemInOrder(String field) {
    assertThat(client.post("/stock/held", "{" + field + "}").text()).contains(field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"prices\":{\"USD\":1.10,\"EUR\":1}",
        "\"marks\":{\"z\":[1,2],\"a\":[]}",
        "\"items\":{\"9\":{\"name\":\"b\",\"price\":1},\"-1\":{\"name\":\"a\",\"price\":1}}",
        "\"units\":{\"pc\":null,\"kg\":1}",
        "\"days\":{\"2026-01-31\":\"b\",\"2026-01-30\":\"\"}",
        "\"deep\":{\"6ee5dd96-3b1f-4c06-9ec3-0ad0c8ed3fba\":{\"true\":1,\"false\":0}}",
        "\"marks\":{\"\u00e4\\n\\\"\":[1]}",
      })
  void mapsKeepTheOrderOfTheirKeys(String field) {
    assertThat(client.post("/stock/prices", "{" + field + "}").text()).contains(field);
  }

  @Test
  void whatIsNotSentIsEmpty() {
    assertThat(client.post("/stock/held", "{}").text())
        .startsWith("{\"tags\":[],\"times\":[],")
        .contains("\"words\":[],\"ints\":[]");
    assertThat(client.post("/stock/prices", "{}").text()).startsWith("{\"prices\":{},");
    assertThat(client.post("/stock/perhaps", "{}").text())
        .isEqualTo("{\"note\":null,\"count\":null,\"item\":null,\"units\":null}");
  }

  @Test
  void whatIsEmptyHoldsNothingThatHasNoOrder() {
    assertThat(client.post("/stock/laid", "{}").text()).isEqualTo("false");
    assertThat(client.post("/stock/laid", "{\"byCode\":{\"a\":1}}").text()).isEqualTo("true");
  }

  @Test
  void anOptionIsAValueOrNull() {
    var some =
        "{\"note\":\"\",\"count\":1,\"item\":{\"name\":\"a\",\"price\":1},\"units\":[\"kg\"]}";

    assertThat(client.post("/stock/perhaps", some).text()).isEqualTo(some);
    assertThat(client.post("/stock/perhaps", "{\"note\":null}").status()).isEqualTo(200);
    assertThat(
            client.post("/stock/perhaps", "{\"note\":1,\"count\":0,\"units\":[\"g\"]}").problems())
        .containsExactly(
            problem("type", "body", "note"),
            problem("too_small", "body", "count"),
            problem("type", "body", "units", 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"codes\":{\"b\":1,\"a\":2}",
        "\"weights\":{\"1.50\":1}",
        "\"chars\":{\"\\\"\":1,\"\\\\\":2,\"\u00e4\":3}",
        "\"decimals\":{\"1.50\":1,\"-2\":2}",
        "\"doubles\":{\"0.5\":1}",
        "\"instants\":{\"2026-01-31T12:00:00.000Z\":1}",
        "\"years\":{\"2026\":1}",
        "\"links\":{\"https://example.org/?a=b\":1}",
        "\"lengths\":{\"PT2H30M\":1}",
        "\"shorts\":{\"-1\":1}",
        "\"set\":[\"b\",\"a\"]",
        "\"scales\":[1.50,2]",
        "\"periods\":[\"P1Y\",\"P1M\"]",
        "\"blobs\":[\"SGVsbG8=\",\"\"]",
        "\"array\":[\"a\",\"a\"]",
        "\"maps\":[{\"a\":1},{\"a\":2}]",
        "\"none\":[]",
        "\"noArray\":[\"a\"]",
        "\"none\":null,\"noArray\":null",
      })
  void everyScalarIsAKeyAndAnElement(String field) {
    assertThat(client.post("/stock/keys", "{" + field + "}").text()).contains(field);
  }

  @Test
  void whatIsReadCannotBeChanged() {
    var held =
        "{\"tags\":[\"a\"],\"any\":[1],\"gaps\":[null],\"times\":[\"2026-01-31T12:00:00Z\"]}";

    assertThat(client.post("/stock/fixed", held).text()).isEqualTo("true");
  }

  @Test
  void aBodyAndAnAnswerCanBeAMapOrASet() {
    var map = "{\"b\":{\"name\":\"x\",\"price\":1},\"a\":{\"name\":\"y\",\"price\":2}}";

    assertThat(client.post("/stock/bare", map).text()).isEqualTo(map);
    assertThat(client.post("/stock/bare", map.replace("\"b\"", "\"long\"")).problems())
        .containsExactly(problem("too_long", "body", "long"));
    assertThat(client.post("/stock/bare", "{}").problems())
        .containsExactly(problem("empty", "body"));
    assertThat(client.post("/stock/bare", "[]").problems())
        .containsExactly(problem("type", "body"));
    assertThat(client.put("/stock/units", "[\"pc\",\"kg\"]").text()).isEqualTo("[\"pc\",\"kg\"]");
    assertThat(client.put("/stock/units", "[\"pc\",\"pc\"]").problems())
        .containsExactly(problem("duplicate", "body", 1));
  }

  @Test
  void setsAreValuesOfAQueryAHeaderAndAForm() {
    assertThat(client.get("/stock/sets").text()).isEqualTo("[] null [] [] []");
    assertThat(
            client
                .header("Codes", "b, a")
                .get("/stock/sets?unit=pc&unit=kg&tag=b&tag=a&weight=1.5&any=1&any=1")
                .text())
        .isEqualTo(
            "[PIECE, KILOGRAM] [b, a] [Weight[kilograms=1.5]] [1, 1]"
                + " [Code[value=b], Code[value=a]]");
    assertThat(
            client
                .header("Codes", "a, abcd, a")
                .get(
                    "/stock/sets?unit=pc&unit=x&unit=pc&tag=a&tag=&tag=b&tag=c&weight=1&weight=1.0")
                .problems())
        .containsExactly(
            problem("type", "query", "unit", 1),
            problem("duplicate", "query", "unit", 2),
            problem("blank", "query", "tag", 1),
            problem("too_many", "query", "tag"),
            problem("duplicate", "query", "weight", 1),
            problem("too_long", "header", "Codes", 1),
            problem("duplicate", "header", "Codes", 2));
    assertThat(Source.form(client, "/stock/form?page=2&page=1", "tag=b&tag=a").text())
        .isEqualTo("[b, a] Optional[[2, 1]]");
    assertThat(Source.form(client, "/stock/form", "tag=b&tag=b").problems())
        .containsExactly(problem("duplicate", "form", "tag", 1));
    assertThat(Source.form(client, "/stock/form", "").problems())
        .containsExactly(problem("missing", "form", "tag"));
  }

  @Test
  void arraysAreValuesOfAQueryAHeaderACookieAndAForm() {
    var sent = "/stock/arrays?id=2&id=1&tag=b&tag=b&code=x&big=9223372036854775807";
    var all = client.header("Units", "pc, kg").header("Cookie", "rates=0.5; rates=-2");

    assertThat(client.get("/stock/arrays?id=2").text())
        .isEqualTo("[2] [] null Optional.empty [] []");
    assertThat(all.get(sent).text())
        .isEqualTo(
            "[2, 1] [b, b] [Code[value=x]] Optional[[9223372036854775807]] [PIECE, KILOGRAM]"
                + " [0.5, -2.0]");
    assertThat(
            client
                .header("Units", "kg, g")
                .get("/stock/arrays?id=1&id=x&id=3&code=abcd&big=")
                .problems())
        .containsExactly(
            problem("type", "query", "id", 1),
            problem("too_many", "query", "id"),
            problem("too_long", "query", "code", 0),
            problem("type", "header", "Units", 1));
    assertThat(client.get("/stock/arrays").problems())
        .containsExactly(problem("missing", "query", "id"));
    assertThat(Source.form(client, "/stock/arrays?code=a", "page=2&page=1").text())
        .isEqualTo("[2, 1][Code[value=a]]");
    assertThat(Source.form(client, "/stock/arrays?code=abcd", "page=2").problems())
        .containsExactly(
            problem("too_long", "query", "code", 0), problem("too_few", "form", "page"));
    assertThat(client.get("/openapi.json").text())
        .contains("{\"name\":\"id\",\"in\":\"query\",\"required\":true,\"schema\":")
        .contains(
            "\"schema\":{\"type\":\"array\",\"items\":{\"type\":\"integer\",\"format\":\"int32\"");
  }

  @Test
  void changesReplaceAMapAsAWhole() {
    assertThat(client.patch("/stock/prices", "{}").text()).startsWith("{\"prices\":{\"EUR\":1},");
    assertThat(client.patch("/stock/prices", "{\"prices\":{\"USD\":2}}").text())
        .startsWith("{\"prices\":{\"USD\":2},");
    assertThat(client.patch("/stock/prices", "{\"prices\":{\"USD\":\"x\"}}").problems())
        .containsExactly(problem("type", "body", "prices", "USD"));
  }

  @Test
  void columnsHoldSetsMapsAndArrays() {
    var crate = "\"tags\":[\"b\",\"a\"],\"counts\":{\"z\":1,\"a\":0},\"sizes\":[3,1]}";

    assertThat(client.post("/stock/crates", "{" + crate).status()).isEqualTo(201);
    assertThat(client.get("/stock/crates").text()).isEqualTo("[{\"id\":1," + crate + "]");
    assertThat(
            client
                .post(
                    "/stock/crates",
                    "{\"counts\":{\"a\\u0000\":-1},\"tags\":[\"\\u0000\"],\"sizes\":[]}")
                .problems())
        .extracting(TestProblem::code)
        .containsExactly("bad_text", "too_small", "bad_text", "empty");
    assertThat(
            client.post("/stock/crates", "{\"counts\":{\"a\\u0000\":1},\"sizes\":[1]}").problems())
        .containsExactly(problem("bad_text", "body", "counts", "a\0"));
  }

  @Test
  void columnsAreReplacedAsAWhole() {
    client.post("/stock/crates", "{\"tags\":[\"a\"],\"counts\":{\"x\":1},\"sizes\":[1]}");

    assertThat(client.patch("/stock/crates/1", "{\"counts\":{}}").text())
        .isEqualTo("{\"id\":1,\"tags\":[\"a\"],\"counts\":{},\"sizes\":[1]}");
    assertThat(client.patch("/stock/crates/1", "{\"counts\":null,\"sizes\":[]}").problems())
        .containsExactly(problem("null", "body", "counts"), problem("empty", "body", "sizes"));
  }

  @Test
  void theDocumentSaysWhatStandsInThem() {
    var document = client.get("/openapi.json").text();

    assertThat(document)
        .contains("\"type\":\"array\",\"items\":{\"type\":\"string\",\"minLength\":1,")
        .contains("\"uniqueItems\":true")
        .contains("\"maxItems\":500")
        .contains("\"maxProperties\":2")
        .contains("\"additionalProperties\":{\"type\":\"number\"}")
        .contains("\"propertyNames\":{\"$ref\":\"#/components/schemas/Unit\"}")
        .contains("\"propertyNames\":{\"type\":\"string\",\"format\":\"date\"}")
        .contains("\"pattern\":\"^-?[0-9]+$\",\"description\":\"A whole number, as of")
        .contains("\"additionalProperties\":{\"type\":[\"integer\",\"null\"]")
        .contains("\"propertyNames\":{\"type\":\"string\",\"maxLength\":3}")
        .contains("\"maxProperties\":500")
        .contains("\"propertyNames\":{\"type\":\"string\",\"enum\":[\"true\",\"false\"]}")
        .contains("\"note\":{\"type\":[\"string\",\"null\"]");
  }
}

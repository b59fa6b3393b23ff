package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static stock.Stock_CrateTable.CRATE;

import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.test.TestClient;
import dev.covet.test.TestProblem;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stock.Stock;

/** S4.types: what is wrong in sets, maps, arrays and options, and where. */
class ContainerProblemsTest {
  @AutoClose
  private final TestClient client =
      TestClient.of(Covet.app().install(Database.memory().tables(CRATE)).add(Stock.class));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"tags": ["a", "b", "a"]} | duplicate | tags/2
          {"times": ["2026-01-31T12:00:00Z", "2026-01-31T13:00:00+01:00"]} | duplicate | times/1
          {"numbers": [1, 1.0]} | duplicate | numbers/1
          {"items": [{"name": "b", "price": 1}, {"name": "a", "price": 1}, {"price": 1, "name": "a"}]} | duplicate | items/2
          {"tags": ["a", ""]} | blank | tags/1
          {"tags": ["123456"]} | too_long | tags/0
          {"tags": ["a", "b", "c", "d"]} | too_many | tags
          {"tags": [null]} | null | tags/0
          {"tags": null} | null | tags
          {"tags": {}} | type | tags
          {"ints": [1, 2, 3]} | too_many | ints
          {"ints": [1.5]} | type | ints/0
          {"longs": [null]} | null | longs/0
          {"words": [1]} | type | words/0
          {"gaps": [null, "abcd"]} | too_long | gaps/1
          {"deep": [[{}, {"a": [1, "x"]}]]} | type | deep/0/1/a/1
          {"deep": [[{}, {}]]} | duplicate | deep/0/1
          """)
  void wrongElementsAreNamed(String body, String code, String location) {
    assertThat(client.post("/stock/held", body).problems()).containsExactly(at(code, location));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"prices": {"EUR": "x"}} | type | prices/EUR
          {"prices": {"EURO": 1}} | too_long | prices/EURO
          {"prices": {" ": 1}} | blank | 'prices/ '
          {"prices": {"EUR": 1, "EUR": 2}} | duplicate | prices/EUR
          {"prices": {"a": 1, "b": 2, "c": 3}} | too_many | prices
          {"prices": {"a": null}} | null | prices/a
          {"prices": [1]} | type | prices
          {"prices": null} | null | prices
          {"marks": {"a": [1, 0]}} | too_small | marks/a/1
          {"marks": {"a": [1, 2, 3, 4]}} | too_many | marks/a
          {"items": {"x": {"name": "a", "price": 1}}} | type | items/x
          {"items": {"": {"name": "a", "price": 1}}} | type | items/
          {"items": {" 2": {"name": "a", "price": 1}}} | type | 'items/ 2'
          {"items": {"1.5": {"name": "a", "price": 1}}} | type | items/1.5
          {"items": {"1.0": {"name": "a", "price": 1}}} | type | items/1.0
          {"items": {"1": null}} | null | items/1
          {"items": {"10": {"name": "a", "price": 1}}} | too_large | items/10
          {"items": {"1": {"price": 1}}} | missing | items/1/name
          {"items": {"1": {"name": "a", "price": 1}, "01": {"name": "b", "price": 1}}} | duplicate | items/01
          {"units": {"g": 1}} | type | units/g
          {"units": {"kg": "x"}} | type | units/kg
          {"days": {"2026-02-30": ""}} | type | days/2026-02-30
          {"deep": {"x": {}}} | type | deep/x
          """)
  void wrongKeysAndValuesAreNamed(String body, String code, String location) {
    assertThat(client.post("/stock/prices", body).problems()).containsExactly(at(code, location));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"codes": {"abcd": 1}} | too_long | codes/abcd
          {"codes": {"a": 0}} | too_small | codes/a
          {"codes": {"a": 1, "a": 1}} | duplicate | codes/a
          {"weights": {"x": 1}} | type | weights/x
          {"chars": {"ab": 1}} | type | chars/ab
          {"decimals": {"1": 1, "1.0": 2}} | duplicate | decimals/1.0
          {"doubles": {"0.0": 1, "-0.0": 2}} | duplicate | doubles/-0.0
          {"instants": {"2026-01-31T12:00:00Z": 1, "2026-01-31T13:00:00+01:00": 1}} | duplicate \
           | instants/2026-01-31T13:00:00+01:00
          {"years": {"x": 1}} | type | years/x
          {"years": {"10000": 1}} | too_large | years/10000
          {"shorts": {"32768": 1}} | too_large | shorts/32768
          {"years": {"2e3": 1}} | type | years/2e3
          {"shorts": {"1e0": 1}} | type | shorts/1e0
          {"shorts": {"": 1}} | type | shorts/
          {"set": ["abcd"]} | too_long | set/0
          {"set": ["a", "a"]} | duplicate | set/1
          {"scales": [1, 1.0]} | duplicate | scales/1
          {"periods": ["P1Y", "P1Y"]} | duplicate | periods/1
          {"array": ["a", "abcd"]} | too_long | array/1
          {"maps": [{"a": 1, "b": 2}, {"b": 2, "a": 1}]} | duplicate | maps/1
          {"blobs": ["?"]} | type | blobs/0
          {"noArray": [null]} | null | noArray/0
          """)
  void wrongScalarsAreNamedAsKeysAndElements(String body, String code, String location) {
    assertThat(client.post("/stock/keys", body).problems()).containsExactly(at(code, location));
  }

  private static TestProblem at(String code, String location) {
    var elements = location.split("/", -1);
    var all = new Object[elements.length + 1];
    all[0] = "body";
    for (int i = 0; i < elements.length; i++) {
      all[i + 1] =
          i > 0 && elements[i].matches("[0-9]") && !location.startsWith("items/1")
              ? (Object) Integer.valueOf(elements[i])
              : elements[i];
    }
    return problem(code, all);
  }

  @Test
  void aBooleanKeyIsTrueOrFalseAlone() {
    var deep = "{\"deep\":{\"6ee5dd96-3b1f-4c06-9ec3-0ad0c8ed3fba\":{\"yes\":1}}}";

    assertThat(client.post("/stock/prices", deep).problems())
        .containsExactly(
            problem("type", "body", "deep", "6ee5dd96-3b1f-4c06-9ec3-0ad0c8ed3fba", "yes"));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    var wrong =
        "{\"items\":{\"x\":{\"price\":\"y\"}},\"marks\":{\"\":[0],\"a\":null},\"prices\":{\"EURO\":\"z\"}}";

    assertThat(client.post("/stock/prices", wrong).problems())
        .containsExactly(
            problem("type", "body", "items", "x"),
            problem("type", "body", "items", "x", "price"),
            problem("missing", "body", "items", "x", "name"),
            problem("blank", "body", "marks", ""),
            problem("too_small", "body", "marks", "", 0),
            problem("null", "body", "marks", "a"),
            problem("too_long", "body", "prices", "EURO"),
            problem("type", "body", "prices", "EURO"));
  }

  @Test
  void aConstructorThatChecksIsToldWhatIsHeld() {
    assertThat(client.get("/stock/checked").text())
        .contains(
            "[\"body\",\"prices\",\"EURO\"],\"code\":\"too_long\"",
            "[\"body\",\"prices\",\"EURO\"],\"code\":\"too_large\"",
            "[\"body\",\"sizes\"],\"code\":\"too_few\"",
            "[\"body\",\"codes\",0],\"code\":\"too_long\"",
            "[\"body\",\"count\"],\"code\":\"too_small\"");
  }

  @Test
  void aRowThatAProgramMadeIsChecked() {
    assertThat(client.post("/stock/crates/wrong").status()).isEqualTo(500);
    assertThat(client.get("/stock/crates").text()).isEqualTo("[]");
  }

  /** Strings of one hash code, records of one hash code: neither may take a server's time. */
  @Test
  void valuesOfOneHashCodeAreNoAttack() {
    var texts =
        IntStream.range(0, 1 << 13)
            .mapToObj(ContainerProblemsTest::sameHash)
            .collect(Collectors.joining("\",\""));
    var keys =
        IntStream.range(0, 1 << 13)
            .mapToObj(ContainerProblemsTest::sameHash)
            .collect(Collectors.joining("\":[],\""));
    var records =
        IntStream.range(0, 501)
            .mapToObj(i -> "{\"name\":\"" + sameHash(i) + "\",\"price\":1}")
            .collect(Collectors.joining(","));

    assertThat(client.post("/stock/prices", "{\"marks\":{\"" + keys + "\":[]}}").status())
        .isEqualTo(200);
    assertThat(client.post("/stock/held", "{\"deep\":[[{\"" + keys + "\":[]}]]}").status())
        .isEqualTo(200);
    assertThat(client.post("/stock/held", "{\"words\":[\"" + texts + "\"]}").status())
        .isEqualTo(200);
    assertThat(client.post("/stock/held", "{\"items\":[" + records + "]}").problems())
        .containsExactly(problem("too_many", "body", "items", 500));
  }

  /** A text of "Aa" and "BB", which have one hash code, for each bit of a number. */
  private static String sameHash(int number) {
    var text = new StringBuilder();
    for (int bit = 0; bit < 13; bit++) {
      text.append(((number >> bit) & 1) == 0 ? "Aa" : "BB");
    }
    return text.toString();
  }
}

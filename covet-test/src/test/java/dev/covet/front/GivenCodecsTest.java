package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.test.TestClient;
import drawing.Prices;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** S4.types: a type of a library whose codec a method provides, in JSON, texts, SQL, documents. */
class GivenCodecsTest {
  @AutoClose
  private final TestClient client =
      TestClient.of(Covet.app().install(Database.memory()).add(Prices.class));

  @Test
  void jsonHasWhatTheCodecWrites() {
    var json = "{\"net\":\"1.50 EUR\",\"tax\":null,\"parts\":[\"1 CHF\"],\"shown\":\"de-CH\"}";

    assertThat(client.post("/prices", json).text()).isEqualTo(json);
    assertThat(
            client
                .post("/prices", "{\"net\":\"x\",\"tax\":5,\"parts\":[\"\",null],\"shown\":\"de\"}")
                .problems())
        .containsExactly(
            problem("invalid", "body", "net"),
            problem("type", "body", "tax"),
            problem("invalid", "body", "parts", 0),
            problem("null", "body", "parts", 1));
  }

  @Test
  void aSetHoldsAsManyAsTheDocumentSays() {
    var all =
        IntStream.rangeClosed(1, 501)
            .mapToObj(each -> "\"" + each + " EUR\"")
            .collect(joining(","));

    assertThat(
            client.post("/prices/sets", "[" + all.substring(0, all.lastIndexOf(',')) + "]").text())
        .isEqualTo("500");
    assertThat(client.post("/prices/sets", "[" + all + "]").problems())
        .containsExactly(problem("too_many", "body", 500));
    assertThat(client.get("/openapi.json").text()).contains("\"maxItems\":500");
  }

  @Test
  void theQueryAndThePathHaveItsText() {
    assertThat(client.get("/prices/2%20EUR").text()).isEqualTo("\"2 EUR\"");
    assertThat(client.get("/prices/2%20EUR?add=3%20EUR").text()).isEqualTo("\"3 EUR\"");
    assertThat(client.get("/prices/2?add=3").problems())
        .containsExactly(problem("invalid", "path", "price"), problem("invalid", "query", "add"));
    assertThat(client.get("/prices?least=1%20EUR&some=2%20EUR&some=3%20EUR").text())
        .isEqualTo("[\"1 EUR\",\"Optional.empty\",\"[2 EUR, 3 EUR]\"]");
    assertThat(client.get("/prices?most=1&some=2%20EUR&some=3").problems())
        .containsExactly(
            problem("invalid", "query", "most"), problem("invalid", "query", "some", 1));
    assertThat(client.get("/prices?most=1%20EUR").problems())
        .containsExactly(problem("missing", "query", "some"));
  }

  @Test
  void aCodecThatIsNoTextIsForJson() {
    assertThat(client.post("/prices/vintage", "1999").text()).isEqualTo("1999");
    assertThat(client.get("/prices/vintage?year=1999").problems())
        .containsExactly(problem("type", "query", "year"));
  }

  @Test
  void rowsHoldItAndSealedTypesAsJson() {
    var offer =
        """
        "price":"5 EUR","shape":{"type":"circle","radius":1.0,"label":null},\
        "more":[{"type":"nothing"}]}\
        """;

    assertThat(client.post("/prices/offers", "{" + offer).text()).isEqualTo("{\"id\":1," + offer);
    assertThat(client.get("/prices/offers").text()).isEqualTo("[{\"id\":1," + offer + "]");
  }

  @Test
  void theDocumentHasTheSchemaOfTheCodec() {
    assertThat(client.get("/openapi.json").text())
        .contains("\"net\":{\"type\":\"string\"", "\"tax\":{\"type\":[\"string\",\"null\"]");
  }
}

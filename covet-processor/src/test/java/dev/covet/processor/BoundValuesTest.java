package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Mode;
import dev.covet.app.Covet;
import dev.covet.app.StartOptions;
import dev.covet.processor.Compilation.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What annotations on groups, bodies and names mean at run time. */
final class BoundValuesTest {
  private static final String ROUTES =
      """
      package bound;

      import dev.covet.api.*;
      import java.util.List;
      import org.jspecify.annotations.Nullable;

      @Routes
      @Naming(Case.SNAKE_CASE)
      final class Values {
        @Strict @Query record Page(@Default("1") int page, @Name({"page_size", "size"}) @Default("9") int pageSize) {}

        @Query record Marked(@Default("") @Header String xTag, @Default("0") int page) {}

        @Header record Agent(@Nullable String userAgent, @Header("X-Times") @Default("1") int times) {}

        record Item(String name) {}

        record User(int id) {}

        @Provides(Lifetime.REQUEST)
        static User user(@Path int userId) { return new User(userId); }

        @Get("/pages") String pages(Page page, @Default("x") String other) { return page + other; }

        @Get("/marked") String marked(Marked marked) { return marked.toString(); }

        @Get("/agent") String agent(Agent agent) { return agent.toString(); }

        @Post("/maybe") String maybe(@Nullable Item item) { return String.valueOf(item); }

        @Post("/items") String items(@Default @Body List<Item> items) { return items.toString(); }

        @Post("/times") String times(@Default("5") @Body int times) { return "" + times; }

        @Post("/perhaps") String perhaps(java.util.Optional<Item> item) { return item.toString(); }

        @Post("/bytes") String bytes(byte[] bytes) { return "" + bytes.length; }

        @Post("/one") String one(Item item) { return item.name(); }

        @Get("/named/{a_b}") String named(@Name("a_b") String text) { return text; }

        @Get("/users/{user_id}") String user(@Provided User user) { return user.toString(); }
      }
      """;

  @TempDir static Path folder;

  private static Caller caller;

  @BeforeAll
  static void start() throws IOException, ClassNotFoundException {
    var bound = Generated.from(folder, List.of(new Unit("bound/Values.java", ROUTES)));
    caller =
        new Caller(Covet.app().add(bound.type("bound.Values")).start(StartOptions.of(Mode.TEST)));
  }

  @AfterAll
  static void stop() {
    caller.close();
  }

  @Test
  void aStrictGroupRefusesWhatElseIsInTheQuery() {
    assertThat(caller.get("/pages?page=2&size=3&other=y").text())
        .isEqualTo("Page[page=2, pageSize=3]y");
    var refused = caller.get("/pages?page=2&tool=9");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text())
        .contains("\"location\":[\"query\",\"tool\"]")
        .contains("\"code\":\"unknown\"");
  }

  @Test
  void aComponentIsReadFromTheHeaderThatItSays() {
    assertThat(caller.get("/marked?xTag=a&x_tag=b&page=2", "X-Tag", "c").text())
        .isEqualTo("Marked[xTag=c, page=2]");
  }

  @Test
  void aRecordIsAGroupOfHeaders() {
    assertThat(caller.get("/agent?times=3", "User-Agent", "me", "X-Times", "2").text())
        .isEqualTo("Agent[userAgent=me, times=2]");
    assertThat(caller.get("/agent", "X-Times", "x").text())
        .contains("\"location\":[\"header\",\"X-Times\"]");
  }

  @Test
  void aNullableBodyIsNullWithoutOneAndAsNull() {
    assertThat(caller.post("/maybe", "").text()).isEqualTo("null");
    assertThat(caller.post("/maybe", " null ").text()).isEqualTo("null");
    assertThat(caller.post("/maybe", "{\"name\":\"a\"}").text()).isEqualTo("Item[name=a]");
    assertThat(caller.post("/maybe", "nul").status()).isEqualTo(400);
    assertThat(caller.post("/maybe", "null 1").status()).isEqualTo(400);
  }

  @Test
  void aDefaultStandsForABodyThatIsNotThere() {
    assertThat(caller.post("/items", "").text()).isEqualTo("[]");
    assertThat(caller.post("/items", "[{\"name\":\"a\"}]").text()).isEqualTo("[Item[name=a]]");
    assertThat(caller.post("/times", "").text()).isEqualTo("5");
    assertThat(caller.post("/times", "7").text()).isEqualTo("7");
    assertThat(caller.post("/times", "null").status()).isEqualTo(422);
  }

  @Test
  void theDocumentSaysWhichBodiesMayBeLeftOutAndWhatThatMeans() {
    var item = "{\"$ref\":\"#/components/schemas/Item\"}";
    var orNull = "{\"anyOf\":[" + item + ",{\"type\":\"null\"}]}";

    assertThat(caller.post("/one", "").status()).isEqualTo(422);
    assertThat(body("/one")).isEqualTo("\"required\":true," + json(item));
    assertThat(body("/maybe")).isEqualTo(json(orNull));
    assertThat(caller.post("/perhaps", "").text()).isEqualTo("Optional.empty");
    assertThat(caller.post("/perhaps", "null").text()).isEqualTo("Optional.empty");
    assertThat(body("/perhaps")).isEqualTo(json(orNull));
    assertThat(body("/items"))
        .isEqualTo(json("{\"type\":\"array\",\"items\":" + item + ",\"default\":[]}"));
    assertThat(body("/times"))
        .isEqualTo(json("{\"type\":\"integer\",\"format\":\"int32\",\"default\":5}"));
    assertThat(caller.post("/bytes", "").text()).isEqualTo("0");
    assertThat(body("/bytes"))
        .isEqualTo("\"content\":{\"application/octet-stream\":{\"schema\":{}}}");
  }

  private static String json(String schema) {
    return "\"content\":{\"application/json\":{\"schema\":" + schema + "}}";
  }

  /** What the document says of a route's body. */
  private static String body(String path) {
    var document = caller.get("/openapi.json").text();
    var post = document.substring(document.indexOf("\"" + path + "\":{\"post\""));
    var from = post.indexOf("\"requestBody\":{") + "\"requestBody\":{".length();
    return post.substring(from, post.indexOf("},\"responses\"", from));
  }

  @Test
  void aPathValueIsFoundByTheNameThatItSays() {
    assertThat(caller.get("/named/x").text()).isEqualTo("x");
  }

  @Test
  void aProviderReadsThePathByTheNamesOfItsClass() {
    assertThat(caller.get("/users/7").text()).isEqualTo("User[id=7]");
  }
}

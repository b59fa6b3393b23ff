package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Mode;
import dev.covet.app.Covet;
import dev.covet.app.StartOptions;
import dev.covet.processor.Compilation.Unit;
import dev.covet.web.docs.Promises;
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

        @Query record Wide(Page page, @Default("1") int more) {}

        @Query record Ordered(@Default("1") int from, @Default("2") int to) {
          @jakarta.validation.constraints.AssertTrue boolean isOrdered() { return from <= to; }
        }

        @Query record Deep(Ordered ordered) {}

        @Strict @Header record Mixed(@Query @Default("1") int size) {}

        @Query record Marked(@Default("") @Header String xTag, @Default("0") int page) {}

        @Header record Agent(@Nullable String userAgent, @Header("X-Times") @Default("1") int times) {}

        record Item(String name) {}

        record User(int id) {}

        @Provides(Lifetime.REQUEST)
        static User user(@Path int userId) { return new User(userId); }

        @Get("/pages") String pages(Page page, @Default("x") String other) { return page + other; }

        record Part(String title) {}

        record Patched(boolean hasTitle) {}

        @Provides(Lifetime.REQUEST)
        static Patched patched(@Body Changes<Part> part) {
          return new Patched(part.has(Values_PartFields.PART.title));
        }

        @Patch("/patched") String patched(@Provided Patched patched) { return patched.toString(); }

        @Get("/list") String list(List<@jakarta.validation.constraints.Size(max = 2) String> names) {
          return names.toString();
        }

        @Get("/wide") String wide(Wide wide) { return wide.toString(); }

        @Get("/deep") String deep(Deep deep) { return deep.toString(); }

        @Get("/mixed") String mixed(Mixed mixed) { return mixed.toString(); }

        @Status(200) @Get("/nothing") void nothing() {}

        @Get("/reply") Reply<Void> reply() { return Reply.of(null); }

        @Produces("text/csv; charset=utf-8") @Get("/csv") String csv() { return "a"; }

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

        @Get("/twice") String twice(java.util.Optional<Integer> n, @Query("n") int needed) { return n + " " + needed; }

        @Routes("/own")
        @CacheControl("private, No-Cache, max-age=0")
        static final class Own {
          @Post("/forbidding") void forbidding() {}

          @Get String read() { return ""; }
        }

        @Routes("/all")
        @CacheControl("public, max-age=60")
        static final class All {
          @Post("/keeping") void keeping() {}

          @Get String read() { return ""; }
        }
      }
      """;

  @TempDir static Path folder;

  private static Caller caller;

  @BeforeAll
  static void start() throws IOException, ClassNotFoundException {
    var bound = Generated.from(folder, List.of(new Unit("bound/Values.java", ROUTES)));
    caller =
        new Caller(
            Covet.app()
                .add(bound.type("bound.Values"))
                .add(bound.type("bound.Values$Own"))
                .add(bound.type("bound.Values$All"))
                .start(StartOptions.of(Mode.TEST)));
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
  void aStrictGroupIsStrictWhereverItStands() {
    assertThat(caller.get("/wide?page=2&more=3").text())
        .isEqualTo("Wide[page=Page[page=2, pageSize=9], more=3]");
    assertThat(caller.get("/wide?tool=9").status()).isEqualTo(422);
    assertThat(caller.get("/mixed?size=2").text()).isEqualTo("Mixed[size=2]");
    assertThat(caller.get("/mixed?tool=9").status()).isEqualTo(422);
  }

  @Test
  void everyWrongElementOfAListIsTold() {
    assertThat(caller.get("/list?names=abc&names=a&names=def").text())
        .contains("[\"query\",\"names\",0]")
        .contains("[\"query\",\"names\",2]");
  }

  @Test
  void aProviderMayReadChanges() {
    assertThat(caller.patch("/patched", "{\"title\":\"a\"}").text())
        .isEqualTo("Patched[hasTitle=true]");
  }

  @Test
  void theDocumentTellsTheRulesOfAGroupInAGroup() {
    assertThat(caller.get("/deep?from=3").status()).isEqualTo(422);
    assertThat(responses("/deep")).contains("\"422\":");
  }

  @Test
  void anAnswerWithoutContentIsDocumentedAsThat() {
    assertThat(caller.get("/nothing").status()).isEqualTo(200);
    assertThat(responses("/nothing")).contains("\"200\":{\"description\":\"OK\"}");
    assertThat(caller.get("/reply").status()).isEqualTo(204);
    assertThat(responses("/reply")).contains("\"204\":");
  }

  @Test
  void aMediaTypeMayHaveParametersThatTheDocumentLeavesOut() {
    var answer = caller.get("/csv");

    assertThat(answer.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(responses("/csv")).contains("\"text/csv\":");
    var operation =
        caller.app().operations().stream()
            .filter(each -> each.path().equals("/csv"))
            .findFirst()
            .orElseThrow();
    var given = new Promises.Given(200, answer.header("Content-Type"), "");
    assertThat(Promises.broken(operation, given)).isEmpty();
  }

  /** What the document says of a route's answers. */
  private static String responses(String path) {
    var document = caller.get("/openapi.json").text();
    var get = document.substring(document.indexOf("\"" + path + "\":{\"get\""));
    return get.substring(get.indexOf("\"responses\""), get.indexOf("\"default\":{\"description"));
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
        .isEqualTo(
            "\"content\":{\"application/octet-stream\":{\"schema\":{\"type\":\"string\",\"format\":\"binary\"}}}");
  }

  private static String json(String schema) {
    return "\"content\":{\"application/json\":{\"schema\":" + schema + "}}";
  }

  /** What the document says of a route's body, but its example. */
  private static String body(String path) {
    var document = caller.get("/openapi.json").text();
    var post = document.substring(document.indexOf("\"" + path + "\":{\"post\""));
    var from = post.indexOf("\"requestBody\":{") + "\"requestBody\":{".length();
    var body = post.substring(from, post.indexOf("},\"responses\"", from));
    return body.replaceAll(",\"example\":\\{[^}]*}", "");
  }

  @Test
  void whatIsReadTwiceMustBeSentIfOneOfBothNeedsIt() {
    assertThat(caller.get("/twice?n=2").text()).isEqualTo("Optional[2] 2");
    assertThat(caller.get("/twice").status()).isEqualTo(422);
    var operation =
        caller.app().operations().stream().filter(each -> each.path().equals("/twice")).findFirst();
    assertThat(operation.orElseThrow().parameters())
        .singleElement()
        .satisfies(each -> assertThat(each.required()).isTrue());
  }

  @Test
  void aClassForbidsCachesToKeepWhatWritesAnswerAndAllowsItOfReads() {
    assertThat(caller.post("/own/forbidding", "").header("Cache-Control"))
        .isEqualTo("private, No-Cache, max-age=0");
    assertThat(caller.get("/own").header("Cache-Control"))
        .isEqualTo("private, No-Cache, max-age=0");
    assertThat(caller.post("/all/keeping", "").header("Cache-Control")).isEqualTo("max-age=0");
    assertThat(caller.get("/all").header("Cache-Control")).isEqualTo("public, max-age=60");
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

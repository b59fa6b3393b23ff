package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.Covet;
import dev.covet.processor.Compilation.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider takes the qualifier by which it is asked, and gives one service for each value. */
final class QualifiersTest {
  private static final Path STORES = Path.of("src/test/resources/good/stores");

  /** A provider that reads a qualifier. */
  private static final List<Unit> STORE =
      List.of(
          unit("Bucket", "@dev.covet.api.Qualifier @interface Bucket { int value(); }"),
          unit("Store", "record Store(int a) {}"),
          unit(
              "Wiring",
              """
              final class Wiring {
                @dev.covet.api.Provides
                static Store store(Bucket bucket) {
                  return new Store(bucket.value());
                }
              }
              """));

  @TempDir Path folder;

  @Test
  void oneProviderGivesAServiceForEachValue() throws Exception {
    var stores = Generated.from(folder, Generated.units(STORES));

    try (var app = new Caller(Covet.app().add(stores.type("stores.Stores")))) {
      assertThat(app.get("/stores/avatars").text()).startsWith("fast avatars READ ");
      assertThat(app.get("/stores/avatars").text()).isEqualTo(app.get("/stores/avatars").text());
      assertThat(app.get("/stores/both").text())
          .isEqualTo("fast avatars READ, fast avatars WRITE, true");
      assertThat(app.get("/stores/tags").text()).isEqualTo("true false");
    }

    assertThat(stores.constant("stores.Disk", "CLOSED").toString())
        .contains("fast films READ", "fast avatars READ", "fast avatars WRITE");
  }

  @Test
  void aProviderReadsTheQualifierAndTheRequest() throws Exception {
    var stores = Generated.from(folder, Generated.units(STORES));

    try (var app = new Caller(Covet.app().add(stores.type("stores.Stores")))) {
      assertThat(app.get("/stores/visit", "Visitor", "Ann").text())
          .isEqualTo("Ann in slow quote \" and a.B");
      assertThat(app.get("/stores/visit").text()).contains("\"field\":\"Visitor\"");
    }
  }

  @Test
  void aProviderReadsAPathValueInPlaceOfTheHandler() throws Exception {
    var stores = Generated.from(folder, Generated.units(STORES));

    try (var app = new Caller(Covet.app().add(stores.type("stores.Stores")))) {
      assertThat(app.get("/stores/shelves/7").text()).isEqualTo("{\"id\":7}");
      assertThat(app.get("/stores/shelves/0").status()).isEqualTo(404);
      assertThat(app.get("/stores/shelves/x").status()).isEqualTo(422);
    }
  }

  @Test
  void textsOfAQualifierStayAsTheyAre() throws Exception {
    var api =
        """
        @dev.covet.api.Routes
        final class Api {
          @dev.covet.api.Qualifier
          @interface Words { String[] value(); char end(); }

          @dev.covet.api.Provides
          static StringBuilder text(Words words) {
            return new StringBuilder(String.join(" ", words.value())).append(words.end());
          }

          @dev.covet.api.Get
          String get(@Words(value = {"a.B", "the `c.D` of \\"e.F\\""}, end = '`') StringBuilder text) {
            return text.toString();
          }
        }
        """;
    var generated = Generated.from(folder, List.of(unit("Api", api)));

    try (var app = new Caller(Covet.app().add(generated.type("a.Api")))) {
      assertThat(app.get("/").text()).isEqualTo("a.B the `c.D` of \"e.F\"`");
    }
  }

  @Test
  void aServiceIsNotGivenWithoutTheQualifierThatItsProviderReads() throws IOException {
    var units =
        with(
            unit(
                "Api",
                """
                @dev.covet.api.Routes
                final class Api {
                  Api(@dev.covet.api.Provided Store store, Bucket bucket) {}

                  @dev.covet.api.Get
                  int get(@Bucket(1) Store store) {
                    return 1;
                  }
                }
                """));

    var messages = new Compilation(folder, dev.covet.processor.emit.Emitter::emit).compile(units);

    assertThat(messages)
        .extracting(Compilation.Message::text)
        .satisfiesExactlyInAnyOrder(
            text -> assertThat(text).contains("[COV-122] \"store\"", "nobody provides Store"),
            text -> assertThat(text).contains("[COV-122] \"bucket\" is a qualifier"));
  }

  @Test
  void aMiddlewareAsksByQualifier() throws Exception {
    var units =
        with(
            unit(
                "Stamp",
                """
                import dev.covet.web.http.*;
                final class Stamp implements Middleware {
                  private final Store store;

                  Stamp(@Bucket(7) Store store) {
                    this.store = store;
                  }

                  @Override
                  public Response handle(Request request, Handler next) {
                    return next.handle(request).withHeader("X-Store", "" + store.a());
                  }
                }
                """),
            unit(
                "Api",
                """
                @dev.covet.api.Routes("/api")
                @dev.covet.api.Use(Stamp.class)
                final class Api {
                  /** Answers. */
                  @dev.covet.api.Get
                  String get() {
                    return "here";
                  }
                }
                """));

    var made = Generated.from(folder, units);

    try (var app = new Caller(Covet.app().add(made.type("a.Api")))) {
      assertThat(app.get("/api").header("X-Store")).isEqualTo("7");
    }
  }

  private static List<Unit> with(Unit... more) {
    return Stream.concat(STORE.stream(), Stream.of(more)).toList();
  }

  private static Unit unit(String name, String text) {
    return new Unit("a/" + name + ".java", "package a; " + text);
  }
}

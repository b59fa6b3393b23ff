package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.Covet;
import dev.covet.processor.Compilation.Message;
import dev.covet.processor.Compilation.Unit;
import dev.covet.processor.emit.Emitter;
import dev.covet.web.http.Method;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Providers may be called alike; what is written for them is not. */
final class ProviderNamesTest {
  private static final String WIRING =
      """
      import dev.covet.api.*;
      import jakarta.validation.constraints.Size;
      import java.util.List;

      final class Wiring {
        record Store(String text) {}
        record Cache(String text) {}
        record Visit(String text) {}
        record Guest(String text) {}
        record Box(String text) {}
        record Crate(String text) {}
        record Words(String text) {}

        @Qualifier
        @interface Named { String value(); }

        @Provides
        static Store make() { return new Store("store"); }

        @Provides
        static Cache make(@Provided Store store) { return new Cache("cache of " + store.text()); }

        @Provides(Lifetime.REQUEST)
        static Visit make(@Header String visitor) { return new Visit("visit of " + visitor); }

        @Provides(Lifetime.REQUEST)
        static Guest make(@Header String visitor, @Provided Cache cache) {
          return new Guest("guest " + visitor + " with " + cache.text());
        }

        @Provides
        static Box make(Named named) { return new Box("box " + named.value()); }

        @Provides
        static Crate make(Named named, @Provided Store store) {
          return new Crate("crate " + named.value() + " in " + store.text());
        }

        @Provides(Lifetime.REQUEST)
        static Words listOfString(@Body List<@Size(max = 3) String> words) {
          return new Words("words " + words);
        }

        static final class More {
          @Provides
          static StringBuilder make() { return new StringBuilder("more"); }
        }
      }
      """;

  private static final String API =
      """
      import dev.covet.api.*;

      @Routes("/all")
      final class Api {
        @Post
        String all(
            @Provided Wiring.Store store,
            @Provided Wiring.Visit visit,
            @Provided Wiring.Guest guest,
            @Wiring.Named("x") Wiring.Box box,
            @Wiring.Named("y") Wiring.Crate crate,
            StringBuilder more,
            @Provided Wiring.Words words) {
          return String.join(
              ", ", store.text(), visit.text(), guest.text(), box.text(), crate.text(), more, words.text());
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void overloadsProvideEachWhatTheyGive() throws IOException, ClassNotFoundException {
    var all = Generated.from(folder, List.of(unit("Wiring", WIRING), unit("Api", API)));

    try (var app = new Caller(Covet.app().add(all.type("a.Api")))) {
      var headers = new String[] {"Content-Type", "application/json", "Visitor", "Ann"};
      assertThat(app.call(Method.POST, "/all", "[\"b\"]", headers).text())
          .isEqualTo(
              "store, visit of Ann, guest Ann with cache of store, box x, crate y in store, more,"
                  + " words [b]");
    }
  }

  @Test
  void overloadsThatGiveTheSameAreToldAsSuch() throws IOException {
    var wiring =
        """
        final class Wiring {
          @dev.covet.api.Provides
          static StringBuilder make() { return new StringBuilder(); }

          @dev.covet.api.Provides
          static StringBuilder make(java.time.Clock clock) { return new StringBuilder(); }
        }
        """;

    var messages = new Compilation(folder, Emitter::emit).compile(List.of(unit("Wiring", wiring)));

    assertThat(messages)
        .singleElement()
        .extracting(Message::text)
        .asString()
        .contains("[COV-122] Wiring.make provides StringBuilder, and so does Wiring.make.");
  }

  private static Unit unit(String name, String text) {
    return new Unit("a/" + name + ".java", "package a; " + text);
  }
}

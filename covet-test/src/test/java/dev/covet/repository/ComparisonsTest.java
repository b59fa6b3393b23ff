package dev.covet.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages for those who come from other frameworks show of Covet compiles, cell by cell. */
class ComparisonsTest {
  private static final String HEAD =
      """
      package cells;

      import static cells.ItemTable.ITEM;
      import static dev.covet.api.Produces.JSON_LINES;
      import static org.assertj.core.api.Assertions.assertThat;

      import dev.covet.api.*;
      import dev.covet.app.*;
      import dev.covet.base.json.Codec;
      import dev.covet.data.*;
      import dev.covet.test.TestClient;
      import dev.covet.web.docs.Docs;
      import dev.covet.web.http.*;
      import jakarta.validation.constraints.*;
      import java.io.IOException;
      import java.math.BigDecimal;
      import java.time.*;
      import java.util.*;
      import java.util.stream.Stream;
      import org.jspecify.annotations.Nullable;

      """;

  /** The classes that cells name as the reader's own. */
  private static final List<String> OWN =
      List.of(
          "@Table\nrecord Item(@Id long id, @NotBlank String name, @Nullable Integer cents) {}",
          "record ItemCard(long id, String name) {}",
          "@Query\nrecord Filters(@Nullable String text) {}",
          "@Provides\nclass Stock {}",
          "@Guard\nfinal class KeyGuard { void check(@Header(\"X-Key\") String key) {} }",
          """
          final class Timing implements Middleware {
            @Override
            public Response handle(Request request, Handler next) {
              return next.handle(request);
            }
          }
          """,
          """
          @Routes("/items")
          final class Items {
            @Post
            Item create(Item item) {
              return item;
            }

            static App app() {
              return Covet.app().add(Items.class);
            }
          }
          """);

  @TempDir Path temporary;

  @ParameterizedTest
  @ValueSource(strings = {"docs/from-fastapi.md", "docs/from-spring-boot.md"})
  void everyCellCompiles(String page) throws IOException {
    var cells = TableCell.all(page);
    var sources = new ArrayList<String>();
    OWN.forEach(each -> sources.add(HEAD + each));
    for (var i = 0; i < cells.size(); i++) {
      sources.add(cells.get(i).source(HEAD, i));
    }

    assertThat(cells).hasSizeGreaterThan(50);
    assertThat(new Program(temporary, sources).compile()).isEmpty();
  }

  @Test
  void aCellThatDoesNotCompileIsFound() throws IOException {
    var cell = new TableCell("a.md", 1, "parameters", "Itme item");

    assertThat(new Program(temporary, List.of(cell.source(HEAD, 1))).compile())
        .contains("cannot find symbol");
  }
}

package dev.covet.cli.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an edit of a table's record does to rows that are there, under {@code covet dev}. */
class ColumnsTest {
  private static final String APP =
      """
      package shop;

      import dev.covet.app.Covet;
      import dev.covet.data.Database;

      final class ShopApp {
        static void main(String[] args) {
          Covet.app().install(Database.url("sqlite:shop.db")).add(Items.class).run(args);
        }
      }
      """;

  private static final String ITEMS =
      """
      package shop;

      import static shop.ItemTable.ITEM;

      import dev.covet.api.Get;
      import dev.covet.api.Post;
      import dev.covet.api.Routes;
      import dev.covet.data.Session;
      import java.util.List;

      @Routes("/items")
      final class Items {
        @Post
        Item create(Item item, Session db) {
          return db.insert(ITEM, item);
        }

        @Get
        List<Item> list(Session db) {
          return db.from(ITEM).list();
        }
      }
      """;

  @TempDir private Path temporary;
  @AutoClose private Workshop shop;

  private Workshop item(String components) throws IOException {
    return shop.source(
        "shop/Item.java",
        """
        package shop;

        import dev.covet.api.*;
        import jakarta.validation.constraints.*;
        import java.math.BigDecimal;
        import java.time.Instant;
        import java.util.List;
        import org.jspecify.annotations.Nullable;

        @Table
        public record Item(@Id long id, String name%s) {
          enum Size { SMALL, BIG }
        }
        """
            .formatted(components));
  }

  @BeforeEach
  void aShopWithAnApple() throws IOException {
    shop = new Workshop(Files.createDirectories(temporary.resolve("shop")));
    shop.source("shop/ShopApp.java", APP);
    shop.source("shop/Items.java", ITEMS);
    shop.with("--database-url", "sqlite:" + temporary.resolve("shop.db"));
    item("").start();
    assertThat(shop.post("/items", "{\"name\": \"apple\"}").statusCode()).isEqualTo(200);
  }

  @Test
  void columnsThatRowsCanHaveAreAdded() throws IOException {
    item(
        ", @Nullable @Unique String code, @Default(\"7\") @Min(1) @Index int stock,"
            + " @Default(\"it's\") String note, @Default(\"BIG\") Size size,"
            + " @Default(\"1.50\") @Digits(integer = 5, fraction = 2) BigDecimal price,"
            + " @Default List<String> tags, @Default(\"true\") boolean sold,"
            + " @Default(\"2026-01-01T00:00:00Z\") Instant since");

    assertThat(shop.get("/items").body())
        .isEqualTo(
            "[{\"id\":1,\"name\":\"apple\",\"code\":null,\"stock\":7,\"note\":\"it's\",\"size\":\"BIG\","
                + "\"price\":1.50,\"tags\":[],\"sold\":true,\"since\":\"2026-01-01T00:00:00.000Z\"}]");
    assertThat(shop.post("/items", "{\"name\": \"pear\", \"code\": \"p\"}").statusCode())
        .isEqualTo(200);
    assertThat(shop.post("/items", "{\"name\": \"plum\", \"code\": \"p\"}").statusCode())
        .isEqualTo(409);
    assertThat(shop.post("/items", "{\"name\": \"fig\", \"stock\": 0}").statusCode())
        .isEqualTo(422);
  }

  @Test
  void aColumnWithoutAValueForRowsIsRefusedWithItsSql() throws IOException {
    item(", String colour");

    var answer = shop.get("/items");

    assertThat(answer.body()).isEqualTo("[{\"id\":1,\"name\":\"apple\"}]");
    assertThat(answer.headers().firstValue("Covet-Error").orElse(""))
        .contains("no column colour")
        .contains("ALTER TABLE item ADD COLUMN colour TEXT NOT NULL DEFAULT ...");
    item(", @Default(\"red\") String colour");
    assertThat(shop.get("/items").body()).contains("\"colour\":\"red\"");
  }

  @Test
  void constraintsAreThoseOfTheLastEdit() throws IOException {
    item(", @Default(\"1\") @Max(10) int stock, @Default(\"BIG\") Size size");
    var tall = "{\"name\": \"pear\", \"stock\": 11, \"size\": \"TALL\"}";
    assertThat(shop.post("/items", tall).statusCode()).isEqualTo(422);

    shop.source(
        "shop/Item.java",
        """
        package shop;

        import dev.covet.api.*;
        import jakarta.validation.constraints.*;

        @Table
        public record Item(
            @Id long id,
            @Unique String name,
            @Default("1") @Max(20) int stock,
            @Default("BIG") Size size) {
          enum Size { SMALL, BIG, TALL }
        }
        """);

    assertThat(shop.post("/items", tall).statusCode()).isEqualTo(200);
    assertThat(shop.post("/items", tall).statusCode()).isEqualTo(409);
    assertThat(shop.get("/items").body()).contains("apple", "\"stock\":11,\"size\":\"TALL\"");
  }

  @Test
  void aComponentThatGoesTakesNoData() throws IOException {
    item(", @Default(\"red\") String colour");
    shop.get("/items");
    shop.source(
        "shop/Item.java",
        """
        package shop;

        import dev.covet.api.*;

        @Table
        public record Item(@Id long id) {}
        """);

    assertThat(shop.get("/items").headers().firstValue("Covet-Error").orElse(""))
        .contains("still has the column name", "ALTER TABLE item DROP COLUMN name");
    item("");
    assertThat(shop.post("/items", "{\"name\": \"pear\"}").statusCode()).isEqualTo(200);
  }
}

package dev.covet.cli.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program finds on its class path that is no class, under {@code covet dev}. */
class ResourcesTest {
  private static final String TEXT = "src/main/resources/shop/größe.txt";
  private static final String SERVICES = "src/main/resources/META-INF/services/shop.Taste";

  private static final String APP =
      """
      package shop;

      import dev.covet.api.Get;
      import dev.covet.api.Routes;
      import dev.covet.app.Covet;
      import java.io.IOException;
      import java.util.Collections;
      import java.util.List;
      import java.util.ServiceLoader;
      import static java.nio.charset.StandardCharsets.UTF_8;

      @Routes
      final class ShopApp {
        @Get("/text")
        String text() throws IOException {
          try (var in = ShopApp.class.getResourceAsStream("größe.txt")) {
            return in == null ? "none" : new String(in.readAllBytes(), UTF_8);
          }
        }

        @Get("/places")
        int places() throws IOException {
          return Collections.list(ShopApp.class.getClassLoader().getResources("shop/größe.txt")).size();
        }

        @Get("/tastes")
        List<String> tastes() {
          return ServiceLoader.load(Taste.class).stream().map(each -> each.get().name()).toList();
        }

        static void main(String[] args) {
          Covet.app().add(ShopApp.class).run(args);
        }
      }
      """;

  @TempDir private Path temporary;
  @AutoClose private Workshop shop;

  @BeforeEach
  void aProject() throws IOException {
    shop = new Workshop(Files.createDirectories(temporary.resolve("mein Lädchen")));
    shop.source("shop/ShopApp.java", APP)
        .source("shop/Taste.java", "package shop; public interface Taste { String name(); }")
        .source("shop/Sweet.java", taste("Sweet"))
        .source("shop/Sour.java", taste("Sour"));
  }

  private static String taste(String name) {
    return """
    package shop;

    public final class %s implements Taste {
      @Override
      public String name() {
        return "%s";
      }
    }
    """
        .formatted(name, name);
  }

  @Test
  void aResourceIsReadAsItIsNow() throws IOException {
    shop.start();
    assertThat(shop.get("/text").body()).isEqualTo("none");

    shop.file(TEXT, "40");
    assertThat(shop.get("/text").body()).isEqualTo("40");

    shop.file(TEXT, "42 ½");
    assertThat(shop.get("/text").body()).isEqualTo("42 ½");
    assertThat(shop.get("/places").body()).isEqualTo("1");

    Files.delete(shop.folder().resolve(TEXT));
    assertThat(shop.get("/text").body()).isEqualTo("none");
  }

  @Test
  void servicesOfTheProgramAreFound() throws IOException {
    shop.file(SERVICES, "shop.Sweet\n").start();
    assertThat(shop.get("/tastes").body()).isEqualTo("[\"Sweet\"]");

    shop.file(SERVICES, "shop.Sweet\nshop.Sour\n");
    assertThat(shop.get("/tastes").body()).isEqualTo("[\"Sweet\",\"Sour\"]");
  }
}

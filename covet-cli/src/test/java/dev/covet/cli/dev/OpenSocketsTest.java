package dev.covet.cli.dev;

import static dev.covet.cli.dev.Workshop.ITEMS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S3.ep.ws: WebSockets of a program that {@code covet dev} runs, where that is edited. */
class OpenSocketsTest {
  @TempDir private Path temporary;
  @AutoClose private Workshop shop;

  @BeforeEach
  void aProject() throws IOException {
    shop = new Workshop(Files.createDirectories(temporary.resolve("shop"))).app();
  }

  private static void awaitText(InputStream in, String text) throws IOException {
    var heard = new StringBuilder();
    while (heard.indexOf(text) < 0) {
      var next = in.read();
      assertThat(next).as("the connection ended behind: " + heard).isNotNegative();
      heard.append((char) next);
    }
  }

  /** A page that talks is told so, and comes again to the new version. */
  @Test
  void openSocketsEndWhenANewVersionTakesOver() throws Exception {
    var sockets =
        ITEMS
            .replace(
                "Routes;",
                "Routes;\nimport dev.covet.api.WebSocket;\nimport dev.covet.web.stream.*;")
            .replace(
                "  /** The item. */",
                """
                  @WebSocket("/socket")
                  void talk(Socket<String, String> socket) {
                    socket.send("apple");
                    for (var text : socket) socket.send(text);
                  }

                  /** The item. */\
                """);
    shop.source("shop/Items.java", sockets).start();
    try (var socket = shop.opened("/items/socket")) {
      var reader = socket.getInputStream();
      awaitText(reader, "101 Switching Protocols");
      awaitText(reader, "apple");

      shop.source("shop/Items.java", sockets.replace("apple", "pear"));
      assertThat(shop.get("/items").body()).isEqualTo("{\"name\":\"pear\"}");
      var start = System.nanoTime();
      awaitText(reader, "\u0088\u0011\u0003\u00e9another version");

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
  }
}

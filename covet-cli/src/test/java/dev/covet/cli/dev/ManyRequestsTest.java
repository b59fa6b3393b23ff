package dev.covet.cli.dev;

import static dev.covet.cli.dev.Workshop.ITEMS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where requests run, and how many of them at once. */
class ManyRequestsTest {
  @TempDir private Path temporary;
  @AutoClose private Workshop shop;

  @BeforeEach
  void aProject() throws IOException {
    shop = new Workshop(Files.createDirectories(temporary.resolve("shop"))).app();
  }

  /**
   * Each waits until all are there: event streams and slow answers are many in development, too.
   */
  @Test
  void twoHundredRequestsAreAtWorkAtTheSameTime() throws Exception {
    shop.source(
        "shop/Items.java",
        ITEMS
            .replace("final class Items {", "final class Items {\n" + LATCH)
            .replace("one()", "one() throws InterruptedException")
            .replace("    return new", "    ALL.countDown();\n    ALL.await();\n    return new"));
    shop.start();

    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> asks = () -> shop.get("/items").statusCode();
      var answers = clients.invokeAll(Collections.nCopies(200, asks));
      for (var answer : answers) assertThat(answer.get()).isEqualTo(200);
    }
  }

  private static final String LATCH =
      "  static final java.util.concurrent.CountDownLatch ALL ="
          + " new java.util.concurrent.CountDownLatch(200);";

  @Test
  void aBlockingHandlerHasAThreadOfThePoolAsInProduction() throws IOException {
    var tells = ITEMS.replace("\"apple\"", "Thread.currentThread().toString()");
    shop.source("shop/Items.java", tells).start();
    assertThat(shop.get("/items").body()).contains("VirtualThread");

    shop.source(
        "shop/Items.java",
        tells
            .replace("import dev.covet.api.Get;", "import dev.covet.api.*;")
            .replace("  @Get\n", "  @Get\n  @Blocking\n"));
    assertThat(shop.get("/items?first").statusCode()).isEqualTo(200);

    assertThat(shop.get("/items").body()).contains("covet-blocking-");
  }

  /** One for each core would be enough to hold up the JDK's scheduler. */
  @Test
  void handlersThatNeverEndDoNotHoldUpTheNextVersion() throws Exception {
    var gate = Files.writeString(temporary.resolve("gate"), "");
    shop.source(
        "shop/Items.java",
        ITEMS
            .replace(
                "    return new",
                """
                    new java.io.File("%1$s." + Thread.currentThread().threadId()).createNewFile();
                    while (new java.io.File("%1$s").exists()) {}
                    return new\
                """
                    .formatted(gate))
            .replace("one()", "one() throws java.io.IOException"));
    shop.start();
    var count = Runtime.getRuntime().availableProcessors() + 1;
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var each = 0; each < count; each++) clients.execute(() -> shop.get("/items"));
      var all = count + 2; // with the gate and the project
      while (Objects.requireNonNull(temporary.toFile().list()).length < all) Thread.sleep(10);

      shop.source("shop/Items.java", ITEMS.replace("apple", "pear"));

      assertThat(shop.get("/items").body()).contains("pear");
    } finally {
      Files.delete(gate);
    }
  }
}

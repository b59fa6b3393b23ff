package dev.covet.cli.dev;

import static dev.covet.cli.dev.Workshop.APP;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What users of other frameworks reported of their edit loops, tried on this one. S4.app.lifespan
 */
class ReloadReportsTest {
  private static final String ITEMS =
      Workshop.ITEMS.replace(
          "import dev.covet.api.Routes;",
          """
          import dev.covet.api.OnStart;
          import dev.covet.api.Routes;
          import java.util.concurrent.*;
          import java.util.stream.Stream;\
          """);

  @TempDir private Path temporary;
  @AutoClose private Workshop shop;

  @BeforeEach
  void aProject() throws IOException {
    shop = new Workshop(Files.createDirectories(temporary.resolve("shop"))).app();
  }

  private String items() {
    return shop.get("/items").body();
  }

  private String error() {
    return shop.get("/items").headers().firstValue("Covet-Error").orElse("");
  }

  private static String answering(String expression) {
    return ITEMS.replace("\"apple\"", expression);
  }

  /** github.com/quarkusio/quarkus/pull/18091 */
  @Test
  void anErrorInOneFileIsNotForgottenWhenAnotherOneIsSaved() throws IOException {
    shop.start();

    shop.source("shop/Items.java", answering("7"));
    assertThat(error()).contains("Items.java");
    shop.source("shop/ShopApp.java", APP + "// edited\n");
    assertThat(error()).contains("Items.java");

    shop.source("shop/Items.java", answering("\"pear\""));
    assertThat(shop.get("/items").headers().firstValue("Covet-Error")).isEmpty();
    assertThat(items()).contains("pear");
  }

  /** github.com/quarkusio/quarkus/issues/35355 */
  @Test
  void aRouteThatIsThereTwiceIsMendedWithoutARestart() throws IOException {
    var twice =
        ITEMS.replaceFirst(
            "(?s)  /\\*\\* The item.*",
            "  @Get Item a() { return null; }\n  @Get Item b() { return null; }\n}\n");
    shop.source("shop/Items.java", twice);
    shop.begin().waitFor("GET /items");

    shop.source("shop/Items.java", ITEMS);
    shop.until(() -> !shop.address().isEmpty() && items().contains("apple"));
    shop.source("shop/Items.java", twice);
    assertThat(error()).contains("/items");
    shop.source("shop/Items.java", answering("\"pear\""));
    assertThat(items()).contains("pear");
  }

  /**
   * github.com/Kludex/uvicorn/issues/2943, github.com/adamchainz/django-browser-reload/issues/255
   */
  @Test
  void aStreamThatNeverEndsDoesNotHoldUpTheNextVersion() throws IOException {
    var endless =
        """
          @Get("/endless")
          Stream<Item> endless() {
            return Stream.generate(() -> new Item("again"));
          }

          /** The item. */
        """;
    shop.source("shop/Items.java", ITEMS.replace("  /** The item. */\n", endless)).start();
    try (var socket =
        new Socket(InetAddress.getLoopbackAddress(), URI.create(shop.address()).getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET /items/endless HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().readNBytes(1_000)).hasSize(1_000);

      shop.source("shop/Items.java", answering("\"pear\""));

      assertThat(items()).contains("pear");
      shop.source("shop/Items.java", answering("\"plum\""));
      assertThat(items()).contains("plum");
    }
  }

  /** github.com/Kludex/uvicorn/issues/936 */
  @Test
  void threadsThatTheAppLeavesBehindDoNotHoldUpTheNextVersion() throws IOException {
    var pool =
        """
          static final ExecutorService POOL = Executors.newFixedThreadPool(2);

          @OnStart
          void work() {
            POOL.submit(() -> {
              new CountDownLatch(1).await();
              return null;
            });
          }

          /** The item. */
        """;
    shop.source("shop/Items.java", ITEMS.replace("  /** The item. */\n", pool)).start();

    for (var name : new String[] {"pear", "plum"}) {
      shop.source(
          "shop/Items.java", ITEMS.replace("  /** The item. */\n", pool).replace("apple", name));
      assertThat(items()).contains(name);
    }
  }

  /** github.com/mgechev/angular-seed/issues/821, github.com/AntelopeJS/antelopejs/pull/69 */
  @Test
  void whatEditorsPutBesideAFileIsNoEdit() throws IOException {
    shop.start();
    var folder = shop.folder().resolve("src/main/java/shop");

    Files.createSymbolicLink(folder.resolve(".#Items.java"), Path.of("somebody@here.4711"));
    for (var name :
        new String[] {
          "Items.java~", "#Items.java#", ".Items.java.swp", "4913", "Items.java___jb_tmp___"
        }) {
      Files.writeString(folder.resolve(name), "no Java");
    }
    assertThat(error()).isEmpty();
    assertThat(shop.said()).doesNotContain("Reloaded", "does not compile");
    shop.source("shop/Items.java", answering("\"pear\""));

    assertThat(items()).contains("pear");
  }

  /** github.com/OpenLiberty/ci.maven/issues/2021 */
  @Test
  void oneEditIsOneNewVersion() throws IOException {
    shop.start();

    shop.source("shop/Items.java", answering("\"pear\""));
    for (var look = 0; look < 5; look++) assertThat(items()).contains("pear");

    shop.waitFor("Reloaded in ");
    assertThat(shop.said().split("Reloaded in ", -1)).hasSize(2);
  }

  /** github.com/quarkusio/quarkus/issues/50876 */
  @Test
  void aBurstOfRequestsIsShownTheErrorEachTime() throws Exception {
    shop.start();
    shop.source("shop/Items.java", answering("7"));

    try (var browsers = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> asks = () -> shop.get("/items", "Accept", "text/html").statusCode();
      var answers = browsers.invokeAll(Stream.generate(() -> asks).limit(30).toList());
      for (var answer : answers) assertThat(answer.get()).isEqualTo(500);
    }
  }

  /** github.com/quarkusio/quarkus/issues/28447 */
  @Test
  void aConstructorThatChangesReachesWhoCallsIt() throws IOException {
    shop.source("shop/Person.java", "package shop; record Person(String name, int age) {}");
    shop.source("shop/Items.java", answering("\"\" + new Person(\"x\", 7).age()"));
    shop.start();
    assertThat(items()).contains("\"7\"");

    shop.source("shop/Person.java", "package shop; record Person(String name, long age) {}");

    assertThat(items()).contains("\"7\"");
    assertThat(error()).isEmpty();
  }

  /**
   * github.com/quarkusio/quarkus/issues/30741, github.com/spring-projects/spring-boot/issues/34584
   */
  @Test
  void librariesThatAskTheThreadForClassesFindThoseOfTheNewestVersion() throws IOException {
    var loaded =
        ITEMS
            .replace("one()", "one() throws Exception")
            .replace(
                "\"apple\"",
                "\"apple \" + (Class.forName(\"shop.Items\", true,"
                    + " Thread.currentThread().getContextClassLoader()) == Items.class)");
    shop.source("shop/Items.java", loaded).start();
    assertThat(items()).contains("apple true");

    shop.source("shop/Items.java", loaded.replace("apple", "pear"));

    assertThat(items()).contains("pear true");
  }

  /** github.com/vitejs/vite/issues/23227, github.com/quarkusio/quarkus/issues/1056 */
  @Test
  void aPackageThatIsRenamedWhileItRunsIsTheNewOne() throws IOException {
    shop.start();
    var sources = shop.folder().resolve("src/main/java");

    for (var name : new String[] {"store", "deep/down/store"}) {
      var renamed = name.replace('/', '.');
      shop.source(name + "/ShopApp.java", APP.replace("package shop", "package " + renamed));
      shop.source(
          name + "/Items.java",
          answering('"' + name + '"').replace("package shop", "package " + renamed));
      if (Files.exists(sources.resolve("shop"))) {
        shop.delete("shop/ShopApp.java");
        shop.delete("shop/Items.java");
        Files.delete(sources.resolve("shop"));
      } else {
        shop.delete("store/ShopApp.java");
        shop.delete("store/Items.java");
      }
      assertThat(items()).contains(name);
      assertThat(error()).isEmpty();
    }
  }

  /** github.com/quarkusio/quarkus/issues/24088: a hundred requests while it reloads, none lost. */
  @Test
  void noRequestIsLostWhileVersionsChange() throws Exception {
    shop.start();
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var round = 0; round < 4; round++) {
        shop.source("shop/Items.java", answering("\"apple" + round + "\""));
        Callable<Integer> asks = () -> shop.get("/items").statusCode();
        var answers = clients.invokeAll(IntStream.range(0, 25).mapToObj(_ -> asks).toList());
        for (var answer : answers) assertThat(answer.get()).isEqualTo(200);
      }
    }
  }

  /** github.com/spring-projects/spring-boot/issues/31579: classes gone for a moment. */
  @Test
  void filesThatAreGoneForAMomentComeBack() throws IOException {
    shop.start();

    shop.delete("shop/Items.java");
    assertThat(error()).contains("ShopApp.java");
    shop.source("shop/Items.java", answering("\"pear\""));
    assertThat(items()).contains("pear");
    shop.delete("shop/ShopApp.java");
    assertThat(shop.get("/items").statusCode()).isEqualTo(200);
    shop.source("shop/ShopApp.java", APP);

    assertThat(error()).isEmpty();
  }
}

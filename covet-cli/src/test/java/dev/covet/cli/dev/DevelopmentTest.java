package dev.covet.cli.dev;

import static dev.covet.cli.dev.Workshop.APP;
import static dev.covet.cli.dev.Workshop.ITEMS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who edits a program that {@code covet dev} runs. S4.app.lifespan (reload) */
class DevelopmentTest {
  @TempDir private Path temporary;
  @AutoClose private Workshop shop;

  @BeforeEach
  void aProject() throws IOException {
    shop = new Workshop(Files.createDirectories(temporary.resolve("mein Lädchen"))).app();
  }

  @Test
  void anEditIsAnsweredByTheNextRequest() throws IOException {
    shop.start();
    assertThat(shop.get("/items").body()).isEqualTo("{\"name\":\"apple\"}");

    for (var name : new String[] {"pear", "plum", "fig"}) {
      shop.source("shop/Items.java", ITEMS.replace("apple", name));
      assertThat(shop.get("/items").body()).isEqualTo("{\"name\":\"" + name + "\"}");
    }

    shop.waitFor("Items.java");
    assertThat(shop.said()).contains("GET /items   Items.one", "/docs", "Reloaded in ");
  }

  @Test
  void theVersionOfBeforeAnswersWhileAnEditDoesNotCompile() throws IOException {
    shop.start();

    shop.source("shop/Items.java", ITEMS.replace("\"apple\")", "\"pear\""));
    var answer = shop.get("/items");

    assertThat(answer.body()).isEqualTo("{\"name\":\"apple\"}");
    assertThat(answer.headers().firstValue("Covet-Error").orElse(""))
        .contains("src/main/java/shop/Items.java:14: ", "expected");
    assertThat(shop.said())
        .contains(
            "The program does not compile",
            "Items.java:14: error: ",
            "    return new Item(\"pear\";",
            "The previous version keeps running.");
    shop.source("shop/Items.java", ITEMS.replace("apple", "fig"));
    var mended = shop.get("/items");
    assertThat(mended.body()).isEqualTo("{\"name\":\"fig\"}");
    assertThat(mended.headers().firstValue("Covet-Error")).isEmpty();
  }

  @Test
  void aBrowserIsShownWhatDoesNotCompile() throws IOException {
    shop.start();
    shop.source("shop/Items.java", ITEMS.replace("\"apple\"", "<script>7"));

    var page = shop.get("/docs", "Accept", "text/html");

    assertThat(page.statusCode()).isEqualTo(500);
    assertThat(page.body())
        .contains("The program does not compile", "src/main/java/shop/Items.java:14")
        .doesNotContain("<script>7");
    shop.source("shop/Items.java", ITEMS);
    assertThat(shop.get("/docs", "Accept", "text/html").body()).contains("/.covet/live.js?seen=");
  }

  @Test
  void aPageLearnsThatThereIsAnotherVersion() throws Exception {
    shop.start();
    var page = shop.get("/docs", "Accept", "text/html", "Accept-Encoding", "gzip").body();
    var seen = page.replaceFirst("(?s).*live\\.js\\?seen=(\\d+).*", "$1");

    var waiting = CompletableFuture.supplyAsync(() -> shop.get("/.covet/live?seen=" + seen));
    shop.source("shop/Items.java", ITEMS.replace("apple", "pear"));
    shop.get("/items");

    assertThat(waiting.get().body()).startsWith("{\"version\": ").doesNotContain(seen);
  }

  @Test
  void nobodyUnderAForeignNameSeesSources() throws IOException {
    shop.start();
    shop.source("shop/Items.java", ITEMS.replace("\"apple\")", "7"));

    try (var socket = shop.asked("/items", "evil.example")) {
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 200").contains("apple");
      assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("covet-error");
    }
  }

  private static void awaitText(InputStream in, String text) throws IOException {
    var heard = new StringBuilder();
    while (heard.indexOf(text) < 0) {
      var next = in.read();
      assertThat(next).as("the stream ended behind: " + heard).isNotNegative();
      heard.append((char) next);
    }
  }

  /** S3.ep.sse: a page that listens comes again, and hears the new version. */
  @Test
  void openEventStreamsEndWhenANewVersionTakesOver() throws Exception {
    var events =
        ITEMS
            .replace("Routes;", "Routes;\nimport dev.covet.web.stream.*;")
            .replace(
                "  /** The item. */",
                """
                  @Get("/events")
                  Events<String> events() {
                    return Events.of(out -> {
                      out.send("apple");
                      new java.util.concurrent.CountDownLatch(1).await();
                    });
                  }

                  /** The item. */\
                """);
    shop.source("shop/Items.java", events).start();
    try (var socket = shop.asked("/items/events", "localhost")) {
      var reader = socket.getInputStream();
      awaitText(reader, "data: apple");

      shop.source("shop/Items.java", events.replace("apple", "pear"));
      assertThat(shop.get("/items").body()).isEqualTo("{\"name\":\"pear\"}");
      var start = System.nanoTime();
      var rest = new String(reader.readAllBytes(), StandardCharsets.UTF_8);

      assertThat(rest).containsPattern("retry: [0-9]+\n\n").endsWith("0\r\n\r\n");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void whatSeesAChangedClassIsCompiledToo() throws IOException {
    shop.source(
        "shop/Names.java",
        """
        package shop;

        final class Names {
          static final String SIZE = "small";

          static String first() {
            return "apple";
          }
        }
        """);
    shop.source("shop/Items.java", ITEMS.replace("\"apple\"", "Names.SIZE + Names.first()"));
    shop.start();
    assertThat(shop.get("/items").body()).contains("smallapple");

    shop.source(
        "shop/Names.java",
        """
        package shop;

        final class Names {
          static final String SIZE = "big";

          static CharSequence first() {
            return "pear";
          }
        }
        """);

    assertThat(shop.get("/items").body()).contains("bigpear");
  }

  @Test
  void aNewRouteClassAndADeletedOneTakePart() throws IOException {
    shop.start();
    shop.source("shop/Others.java", ITEMS.replace("Items", "Others").replace("/items", "/others"));
    shop.source("shop/ShopApp.java", APP.replace("Items.class", "Items.class, Others.class"));
    assertThat(shop.get("/others").statusCode()).isEqualTo(200);

    shop.source("shop/ShopApp.java", APP);
    shop.delete("shop/Others.java");

    assertThat(shop.get("/others").statusCode()).isEqualTo(404);
    assertThat(shop.get("/items").statusCode()).isEqualTo(200);
    shop.delete("shop/Items.java");
    assertThat(shop.get("/items").headers().firstValue("Covet-Error").orElse(""))
        .contains("ShopApp.java:7", "cannot find symbol");
  }

  @Test
  void settingsOfDotEnvAreReadAgain() throws IOException {
    shop.source(
        "shop/Items.java",
        ITEMS
            .replace(
                "  record Item",
                "  @Settings record Look(@Default(\"none\") String colour) {}\n\n  record Item")
            .replace("one()", "one(Look look)")
            .replace("\"apple\"", "look.colour()")
            .replace("import dev.covet.api.Get;", "import dev.covet.api.*;"));
    shop.start();
    assertThat(shop.get("/items").body()).contains("none");

    shop.file(".env", "COLOUR=red\n");
    assertThat(shop.get("/items").body()).contains("red");

    shop.file(".env", "COLOUR\n");
    var wrong = shop.get("/items");
    assertThat(wrong.body()).contains("red");
    assertThat(wrong.headers().firstValue("Covet-Error").orElse("")).contains(".env line 1 is not");
    shop.file(".env", "COLOUR=blue\n");
    assertThat(shop.get("/items").body()).contains("blue");
  }

  /** Else whoever is signed in by a token would be signed out by each edit. */
  @Test
  void aSecretThatIsMadeUpIsThatOfTheVersionBefore() throws IOException {
    var items =
        ITEMS
            .replace("  record Item", "  @Settings record Keys(Secret key) {}\n\n  record Item")
            .replace("one()", "one(Keys keys, @Default(\"\") String like)")
            .replace("\"apple\"", "keys.key().value() + like")
            .replace("import dev.covet.api.Get;", "import dev.covet.api.*;");
    shop.source("shop/Items.java", items);
    shop.start();
    var before = shop.get("/items").body();

    shop.source("shop/Items.java", items.replace("+ like", "+ like + '!'"));
    assertThat(shop.get("/items").body()).isEqualTo(before.replaceAll("\"}$", "!\"}"));
    assertThat(shop.said()).contains("Items.one").doesNotContain("query = ");
  }

  @Test
  void aStartThatFailsLeavesTheVersionOfBefore() throws IOException {
    shop.start();

    shop.source("shop/ShopApp.java", APP.replace("run(args)", "add(String.class).run(args)"));
    assertThat(shop.get("/items").body()).contains("apple");
    assertThat(shop.said()).contains("The program does not start");

    shop.source(
        "shop/ShopApp.java",
        APP.replace(
            "Covet.app()",
            "if (args.length < 9) throw new IllegalStateException(\"oh\");\n    Covet.app()"));
    assertThat(shop.get("/items").headers().firstValue("Covet-Error").orElse("")).contains("oh");

    shop.source("shop/ShopApp.java", APP.replace("Covet.app().add(Items.class).run(args);", ""));
    assertThat(shop.get("/items").headers().firstValue("Covet-Error").orElse(""))
        .contains("main method has ended");

    shop.source("shop/ShopApp.java", APP);
    assertThat(shop.get("/items").headers().firstValue("Covet-Error")).isEmpty();
  }

  @Test
  void theFirstVersionMayNotCompileEither() throws IOException {
    shop.source("shop/Items.java", ITEMS.replace("package shop;", "package shop"));
    shop.begin().waitFor("The program does not compile");

    shop.source("shop/Items.java", ITEMS);

    assertThat(shop.get("/items").body()).contains("apple");
  }

  @Test
  void aRunningRequestEndsOnItsVersion() throws Exception {
    var entered = temporary.resolve("entered");
    var gate = Files.writeString(temporary.resolve("gate"), "");
    shop.source(
        "shop/Items.java",
        ITEMS
            .replace("one()", "one() throws java.io.IOException")
            .replace(
                "    return new",
                """
                java.nio.file.Files.writeString(java.nio.file.Path.of("%s"), "");
                while (java.nio.file.Files.exists(java.nio.file.Path.of("%s"))) {
                  java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
                }
                return new\
                """
                    .formatted(entered, gate)));
    shop.start();
    var old = CompletableFuture.supplyAsync(() -> shop.get("/items"));
    shop.until(() -> Files.exists(entered));

    shop.source("shop/Items.java", ITEMS.replace("apple", "pear"));
    assertThat(shop.get("/items").body()).contains("pear");
    assertThat(old.isDone()).isFalse();
    Files.delete(gate);

    assertThat(old.get().statusCode()).isEqualTo(200);
  }

  @Test
  void anotherPortIsMovedTo() throws IOException {
    shop.start();
    var before = shop.address();

    shop.file(".env", "HOST=localhost\n");
    shop.get("/items");

    shop.until(() -> !shop.address().equals(before));
    assertThat(shop.get("/items").statusCode()).isEqualTo(200);
  }

  @Test
  void editsOnTheHeelsOfEachOtherEndWithTheLast() throws IOException {
    shop.start();
    var whole = ITEMS.replace("apple", "plum");

    for (var round = 0; round < 5; round++) {
      shop.source("shop/Items.java", ITEMS.replace("apple", "pear" + round));
      shop.source("shop/Items.java", whole.substring(0, whole.length() / 2)); // saved half
      shop.source("shop/Items.java", ITEMS.replace("apple", "plum" + round));
      assertThat(shop.get("/items").body()).isEqualTo("{\"name\":\"plum" + round + "\"}");
    }
  }

  @Test
  void aClockThatJumpsBackHidesNoEdit() throws IOException {
    shop.start();
    var file = shop.folder().resolve("src/main/java/shop/Items.java");

    Files.writeString(file, ITEMS.replace("apple", "peach"));
    Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1_000));

    assertThat(shop.get("/items").body()).isEqualTo("{\"name\":\"peach\"}");
  }

  @Test
  void aPortInUseIsTakenAsSoonAsItIsFree() throws IOException {
    try (var other = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      shop.file(".env", "PORT=" + other.getLocalPort() + "\n").withoutPort().begin();
      shop.waitFor("It is tried again until it works.");
    }
    shop.until(() -> !shop.address().isEmpty());

    assertThat(shop.get("/items").statusCode()).isEqualTo(200);
  }

  @Test
  void aVersionThatIsReplacedLeavesNothingInMemory() throws IOException {
    var name = "covet.test." + getClass().getSimpleName();
    shop.source(
        "shop/Items.java",
        ITEMS
            .replace(
                "import dev.covet.api.Get;",
                "import dev.covet.api.Get;\nimport dev.covet.api.OnStart;")
            .replace(
                "  /** The item. */",
                """
                @OnStart
                void remember() {
                  System.getProperties()
                      .put("%s", new java.lang.ref.WeakReference<>(getClass().getClassLoader()));
                }

                /** The item. */\
                """
                    .formatted(name)));
    shop.start();
    assertThat(shop.get("/items").statusCode()).isEqualTo(200);
    var loader =
        (java.lang.ref.WeakReference<?>)
            java.util.Objects.requireNonNull(System.getProperties().remove(name));

    shop.source("shop/Items.java", ITEMS);
    assertThat(shop.get("/items").statusCode()).isEqualTo(200);

    shop.until(() -> {
      System.gc();
      java.util.concurrent.locks.LockSupport.parkNanos(200_000_000); // other tests run, too
      return loader.get() == null;
    });
  }
}

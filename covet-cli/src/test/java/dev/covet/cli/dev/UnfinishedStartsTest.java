package dev.covet.cli.dev;

import static dev.covet.cli.dev.Workshop.APP;
import static dev.covet.cli.dev.Workshop.ITEMS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code covet dev} does while nothing runs yet, or the next version takes its time. */
class UnfinishedStartsTest {
  private static final String[] AS_A_BROWSER = {"Accept", "text/html"};

  /** One that throws at a class named Bad, and else does nothing. */
  private static final String PROCESSOR =
      """
      import java.util.Set;
      import javax.annotation.processing.*;
      import javax.lang.model.SourceVersion;
      import javax.lang.model.element.TypeElement;

      @SupportedAnnotationTypes("*")
      public final class Moody extends AbstractProcessor {
        @Override
        public SourceVersion getSupportedSourceVersion() {
          return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> types, RoundEnvironment round) {
          for (var each : round.getRootElements()) {
            if (each.getSimpleName().contentEquals("Bad")) throw new IllegalStateException("moody");
          }
          return false;
        }
      }
      """;

  @TempDir private Path temporary;
  @AutoClose private Workshop shop;

  @BeforeEach
  void aProject() throws IOException {
    shop = new Workshop(Files.createDirectories(temporary.resolve("mein Lädchen"))).app();
  }

  @Test
  void anEditWhileAVersionStartsIsTheOneThatRuns() throws IOException {
    shop.file("gate", "").start();
    shop.source("shop/Items.java", shop.slowItems());
    shop.until(() -> shop.has("entered"));

    shop.source("shop/Items.java", ITEMS.replace("apple", "plum"));

    assertThat(shop.get("/items").body()).contains("plum");
    shop.until(() -> shop.has("interrupted"));
  }

  @Test
  void aBrowserIsShownAtOnceThatTheFirstVersionStarts() throws IOException {
    shop.file("gate", "").source("shop/Items.java", shop.slowItems()).begin();
    shop.until(() -> shop.has("entered"));

    var page = shop.get("/items", AS_A_BROWSER);

    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.headers().firstValue("Retry-After")).contains("1");
    assertThat(page.body()).contains("<title>Starting</title>", "/.covet/live.js?seen=");
    var number = page.body().replaceAll("(?s).*seen=(\\d+).*", "$1");
    Files.delete(shop.folder().resolve("gate"));
    var next = shop.get("/.covet/live?seen=" + number).body();
    assertThat(next).startsWith("{\"version\": ").doesNotContain(number);
    assertThat(shop.get("/items", AS_A_BROWSER).body()).contains("apple");
  }

  @Test
  void aClientOfAnApiWaitsForTheFirstVersion() throws Exception {
    shop.file("gate", "").source("shop/Items.java", shop.slowItems()).begin();
    shop.until(() -> shop.has("entered"));

    var answer = CompletableFuture.supplyAsync(() -> shop.get("/items"));
    assertThat(shop.get("/", AS_A_BROWSER).statusCode()).isEqualTo(503);
    assertThat(answer.isDone()).isFalse();
    Files.delete(shop.folder().resolve("gate"));

    assertThat(answer.get().body()).contains("apple");
  }

  @Test
  void aBrowserIsShownWhyTheFirstVersionDoesNotRun() throws IOException {
    shop.source("shop/Items.java", ITEMS.replace("\"apple\"", "7")).begin();
    shop.waitFor("/ shows this until it is right.");
    var address = shop.address();

    var page = shop.get("/anything", AS_A_BROWSER);
    var answer = shop.get("/items");

    assertThat(page.statusCode()).isEqualTo(500);
    assertThat(page.body()).contains("Items.java:14", "/.covet/live.js?seen=");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(answer.body()).contains("\"UNAVAILABLE\"", "The program does not compile: ");
    assertThat(answer.headers().firstValue("Covet-Error").orElse("")).contains("Items.java:14");
    shop.source("shop/Items.java", ITEMS);
    assertThat(shop.get("/items").body()).contains("apple");
    assertThat(shop.address()).isEqualTo(address);
  }

  @Test
  void theFirstVersionMaySayAnotherPlace() throws IOException {
    shop.source("shop/Items.java", ITEMS.replace("\"apple\"", "7")).begin();
    shop.waitFor("/ shows this until it is right.");
    var expected = shop.address();

    shop.source("shop/ShopApp.java", APP.replace(".app()", ".app().set(\"HOST\", \"localhost\")"));
    shop.source("shop/Items.java", ITEMS);

    shop.waitFor("http://localhost:");
    assertThat(shop.address()).isNotEqualTo(expected);
    assertThat(shop.get("/items").body()).contains("apple");
  }

  @Test
  void thePageMovesWithDotEnvBeforeAnythingRuns() throws IOException {
    shop.source("shop/Items.java", ITEMS.replace("\"apple\"", "7")).begin();
    shop.waitFor("/ shows this until it is right.");

    shop.file(".env", "HOST=localhost\n");

    shop.until(() -> shop.address().startsWith("http://localhost:"));
    assertThat(shop.get("/", AS_A_BROWSER).statusCode()).isEqualTo(500);
  }

  @Test
  void aProjectWithoutSourcesSaysSo() throws IOException {
    shop.delete("shop/Items.java");
    shop.delete("shop/ShopApp.java");
    shop.begin();
    shop.waitFor("\nerror: There are no Java files in ");

    shop.app();

    assertThat(shop.get("/items").body()).contains("apple");
  }

  @Test
  void aProcessorThatThrowsIsSaidAndTheNextEditRuns() throws IOException {
    shop.withProcessor(processor()).start();

    shop.source("shop/Bad.java", "package shop; final class Bad {}");
    var answer = shop.get("/items");
    assertThat(answer.body()).contains("apple");
    assertThat(answer.headers().firstValue("Covet-Error")).isPresent();
    assertThat(shop.said()).contains("The edit cannot be used", "moody", "Moody.process");
    shop.source("shop/Bad.java", "package shop; final class Good {}");
    shop.source("shop/Items.java", ITEMS.replace("apple", "plum"));
    var mended = shop.get("/items");
    assertThat(mended.body()).contains("plum");
    assertThat(mended.headers().firstValue("Covet-Error")).isEmpty();
  }

  private Path processor() throws IOException {
    var classes = Files.createDirectories(temporary.resolve("processor"));
    var services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve("javax.annotation.processing.Processor"), "Moody\n");
    var file = Files.writeString(temporary.resolve("Moody.java"), PROCESSOR);
    var javac = ToolProvider.getSystemJavaCompiler();
    assertThat(javac.run(null, null, null, "-proc:none", "-d", classes.toString(), file.toString()))
        .isZero();
    return classes;
  }

  @Test
  void theEndInterruptsAStart() throws Exception {
    shop.file("gate", "").source("shop/Items.java", shop.slowItems()).begin();
    shop.until(() -> shop.has("entered"));
    shop.close();

    assertThat(shop.exitCode()).isZero();
    assertThat(shop.has("interrupted")).isTrue();
  }

  /** github.com/aws/agentcore-cli/issues/1690 */
  @Test
  void theEndOfTheScriptThatStartedItEndsItToo() throws Exception {
    var script = new ProcessBuilder("sleep", "60").start();
    DevCommand.endsWith(script.toHandle(), shop.start().development());

    script.destroyForcibly();

    assertThat(shop.exitCode()).isZero();
  }

  @Test
  void theEndClosesTheVersionsOfBeforeToo() throws Exception {
    shop.source(
        "shop/Items.java",
        ITEMS
            .replace("Get;", "Get;\nimport dev.covet.api.OnStop;\nimport java.nio.file.*;")
            .replace(
                "  /** The item. */",
                """
                  @OnStop
                  void remember() throws Exception {
                    Files.createFile(Path.of("%s/stopped-" + System.identityHashCode(this)));
                  }

                  /** The item. */\
                """
                    .formatted(shop.folder())));
    shop.start();
    shop.file(".env", "COLOUR=red\n");
    assertThat(shop.get("/items").statusCode()).isEqualTo(200);

    shop.close();

    try (var files = Files.list(shop.folder())) {
      assertThat(files.filter(file -> file.toString().contains("stopped-"))).hasSize(2);
    }
  }
}

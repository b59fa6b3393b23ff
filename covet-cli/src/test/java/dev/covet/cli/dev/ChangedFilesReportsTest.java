package dev.covet.cli.dev;

import static dev.covet.cli.dev.Workshop.APP;
import static dev.covet.cli.dev.Workshop.ITEMS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What users of other frameworks reported of the ways in which editors, version control and builds
 * change files, tried on this edit loop. S4.app.lifespan
 */
class ChangedFilesReportsTest {
  @TempDir private Path temporary;
  @AutoClose private Workshop shop;
  private Path sources;

  @BeforeEach
  void aProject() throws IOException {
    shop = new Workshop(Files.createDirectories(temporary.resolve("mein Lädchen"))).app();
    sources = shop.folder().resolve("src/main/java/shop");
  }

  private String items() {
    return shop.get("/items").body();
  }

  private String error() {
    return shop.get("/items").headers().firstValue("Covet-Error").orElse("");
  }

  /** github.com/dora-rs/dora/issues/530, github.com/nuejs/nue/issues/130 */
  @Test
  void anEditorMayMoveTheOldFileAwayAndWriteANewOne() throws IOException {
    shop.start();
    var file = sources.resolve("Items.java");

    for (var name : new String[] {"pear", "plum"}) {
      Files.writeString(sources.resolve("4913"), "");
      Files.delete(sources.resolve("4913"));
      Files.move(file, sources.resolve("Items.java~"), StandardCopyOption.REPLACE_EXISTING);
      assertThat(error()).contains("ShopApp.java");
      Files.writeString(file, ITEMS.replace("apple", name));
      assertThat(items()).contains(name);
      assertThat(error()).isEmpty();
    }
  }

  /** github.com/radicle-dev/radicle-surf/pull/132: another branch, and back. */
  @Test
  void aHundredFilesThatChangeAtOnceAreOneVersion() throws IOException {
    shop.start();
    var records =
        IntStream.range(0, 100)
            .mapToObj(n -> "new Part%1$s(%1$s).n()".formatted(n))
            .collect(Collectors.joining(" + "));

    for (var each = 0; each < 100; each++) {
      shop.source(
          "shop/Part" + each + ".java", "package shop; record Part%s(int n) {}".formatted(each));
    }
    shop.source("shop/Items.java", ITEMS.replace("\"apple\"", "\"sum \" + (" + records + ")"));
    assertThat(items()).contains("sum 4950");

    shop.source("shop/Items.java", ITEMS);
    for (var each = 0; each < 100; each++) shop.delete("shop/Part" + each + ".java");
    assertThat(items()).contains("apple");
    assertThat(error()).isEmpty();
  }

  /** github.com/quarkusio/quarkus/issues/30928, github.com/quarkusio/quarkus/issues/5201 */
  @Test
  void aResourceThatIsDeletedIsGoneAndOneThatIsNewIsFound() throws IOException {
    shop.source(
        "shop/Items.java",
        ITEMS.replace(
            "\"apple\"", "String.valueOf(Items.class.getResource(\"/words.txt\") != null)"));
    shop.start();
    assertThat(items()).contains("false");

    shop.file("src/main/resources/words.txt", "pear");
    assertThat(items()).contains("true");

    Files.delete(shop.folder().resolve("src/main/resources/words.txt"));
    assertThat(items()).contains("false");
    delete(shop.folder().resolve("src/main/resources"));
    shop.source("shop/ShopApp.java", APP + "// edited\n");
    assertThat(items()).contains("false");
  }

  /** github.com/quarkusio/quarkus/issues/53952, github.com/quarkusio/quarkus/issues/3448 */
  @Test
  void aCleanBuildBesideItTakesNothingAway() throws IOException {
    shop.file("target/classes/shop/Items.class", "of Maven");
    shop.file("target/generated-sources/annotations/shop/ItemsRoutes.java", "of Maven").start();

    delete(shop.folder().resolve("target"));
    assertThat(items()).contains("apple");
    shop.source("shop/Items.java", ITEMS.replace("apple", "pear"));

    assertThat(items()).contains("pear");
    assertThat(error()).isEmpty();
  }

  /** github.com/quarkusio/quarkus/issues/53952: where the description was is nothing any more. */
  @Test
  void aPomIsReadAfterACleanBuildBesideIt() throws IOException {
    shop.file("described", shop.description("", "-parameters")).file("pom.xml", "<project/>");
    shop.describedBy("mkdir -p target/covet && cp described target/covet/project.properties");
    shop.file("target/covet/project.properties", "old").start();

    delete(shop.folder().resolve("target"));
    shop.file("pom.xml", "<project></project>");
    shop.source("shop/Items.java", ITEMS.replace("apple", "pear"));

    assertThat(items()).contains("pear");
    assertThat(error()).isEmpty();
  }

  /** github.com/vitejs/vite/issues/7839, github.com/vitejs/vite/issues/23527 */
  @Test
  void aClassMayChangeTheCaseOfItsName() throws IOException {
    shop.start();

    shop.source("shop/ITems.java", ITEMS.replace("class Items", "class ITems"));
    shop.source("shop/ShopApp.java", APP.replace("Items", "ITems"));
    shop.delete("shop/Items.java");
    assertThat(items()).contains("apple");
    assertThat(error()).isEmpty();

    shop.source("shop/Items.java", ITEMS.replace("apple", "pear"));
    shop.source("shop/ShopApp.java", APP);
    shop.delete("shop/ITems.java");
    assertThat(items()).contains("pear");
    assertThat(error()).isEmpty();
  }

  @Test
  void linesMayEndAsOnWindows() throws IOException {
    shop.start();

    shop.source("shop/Items.java", ITEMS.replace("apple", "pear").replace("\n", "\r\n"));
    assertThat(items()).contains("pear");
    shop.source("shop/Items.java", ITEMS.replace("\"apple\"", "7").replace("\n", "\r\n"));

    assertThat(error()).contains("Items.java:14");
    assertThat(shop.said()).contains("new Item(7);\n");
  }

  /** github.com/pallets/werkzeug/issues/602: what shows the mistake can read the file, too. */
  @Test
  void bytesThatAreNotUtf8AreSaidWithTheirFile() throws IOException {
    shop.start();
    var file = sources.resolve("Items.java");

    Files.write(
        file,
        ITEMS.replace("apple", "Äpfel").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    assertThat(error()).contains("Items.java", "unmappable character");
    Files.write(file, ITEMS.replace("apple", "Äpfel").getBytes(UTF_8));

    assertThat(items()).contains("Äpfel");
    assertThat(error()).isEmpty();
  }

  /** github.com/Kludex/uvicorn/issues/656: what is watched is what is compiled, also by a link. */
  @Test
  void sourcesBehindASymbolicLinkAreWatched() throws IOException {
    var elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
    Files.move(sources.resolve("Items.java"), elsewhere.resolve("Items.java"));
    Files.createSymbolicLink(sources.resolve("linked"), elsewhere);
    shop.start();
    assertThat(items()).contains("apple");

    Files.writeString(elsewhere.resolve("Items.java"), ITEMS.replace("apple", "pear"));
    assertThat(items()).contains("pear");

    var other = Files.createDirectories(temporary.resolve("other"));
    Files.writeString(other.resolve("Items.java"), ITEMS.replace("apple", "plum"));
    Files.delete(sources.resolve("linked"));
    Files.createSymbolicLink(sources.resolve("linked"), other);
    assertThat(items()).contains("plum");
  }

  /** github.com/quarkusio/quarkus/issues/8534 */
  @Test
  void aWrongValueInDotEnvIsMendedInPlace() throws IOException {
    shop.start();

    for (var wrong : new String[] {"HANDLER_SECONDS_MAX=many\n", "no setting\n"}) {
      shop.file(".env", wrong);
      assertThat(items()).contains("apple");
      assertThat(error()).isNotEmpty();
      shop.file(".env", "HANDLER_SECONDS_MAX=20\n");
      assertThat(items()).contains("apple");
      assertThat(error()).isEmpty();
    }
  }

  /** A whole tree that is gone for a moment, as while a branch is checked out. */
  @Test
  void allSourcesMayBeGoneForAMoment() throws IOException {
    shop.start();
    var away = shop.folder().resolve("away");

    Files.move(shop.folder().resolve("src"), away);
    assertThat(items()).contains("apple");
    assertThat(error()).contains("There are no Java files in ");
    Files.move(away, shop.folder().resolve("src"));

    assertThat(items()).contains("apple");
    assertThat(error()).isEmpty();
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}

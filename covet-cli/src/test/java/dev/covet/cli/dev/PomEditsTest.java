package dev.covet.cli.dev;

import static dev.covet.cli.dev.Workshop.APP;
import static dev.covet.cli.dev.Workshop.ITEMS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who edits the POM of a program that {@code covet dev} runs. */
class PomEditsTest {
  private static final String COPY =
      "mkdir -p target/covet && cp described target/covet/project.properties";

  /** The POM is no more than the name of the main class; the first one waits for the gate. */
  private static final String SLOW_COPY =
      "main=$(cat pom.xml); mkdir -p target/covet; if [ -p gate ]; then touch asked; cat gate; rm -f"
          + " gate; fi; sed s/MAIN/$main/ described > target/covet/project.properties";

  @TempDir private Path temporary;
  @AutoClose private Workshop shop;

  @BeforeEach
  void aProject() throws IOException {
    shop = new Workshop(Files.createDirectories(temporary.resolve("mein Lädchen"))).app();
    shop.file("pom.xml", "<project/>");
  }

  /** A second class with a {@code main}, whose app answers with a pear. */
  private void otherMain() throws IOException {
    shop.source("shop/Other.java", APP.replace("ShopApp", "Other").replace("Items.", "Pears."));
    shop.source("shop/Pears.java", ITEMS.replace("Items", "Pears").replace("apple", "pear"));
  }

  @Test
  void otherLibrariesStartTheProcessAnew() throws Exception {
    shop.file(
            "described",
            "name=shop\nfolder=%s\nclasses=x\nlibraries=other.jar\nsources=x\n"
                .formatted(shop.folder()))
        .describedBy(COPY)
        .start();

    shop.file("pom.xml", "<project></project>");

    assertThat(shop.exitCode()).isEqualTo(Development.AGAIN);
  }

  @Test
  void aPomThatCannotBeReadLeavesTheVersionOfBefore() throws IOException {
    shop.describedBy("echo 'Non-parseable POM, line 3' >&2; exit 1").start();

    shop.file("pom.xml", "<project>");

    var answer = shop.get("/items");
    assertThat(answer.headers().firstValue("Covet-Error").orElse("")).contains("line 3");
    assertThat(answer.body()).contains("apple");
  }

  @Test
  void whatMavenSaysOfAPomIsSaidWithoutTheWordsAroundIt() throws IOException {
    var said =
        """
        [ERROR] [ERROR] Some problems were encountered while processing the POMs:
        [ERROR] The build could not read 1 project -> [Help 1]
        [ERROR]
        [ERROR]   The project dev.example:shop:1 (/home/me/shop/pom.xml) has 1 error
        [ERROR]     Non-parseable POM /home/me/shop/pom.xml: no more data @2:1
        """;
    shop.file("said", said).describedBy("cat said >&2; exit 1").start();

    shop.file("pom.xml", "<project>");

    assertThat(error()).isEqualTo("Non-parseable POM /home/me/shop/pom.xml: no more data @2:1");
    assertThat(shop.said()).doesNotContain("[ERROR]", "Some problems", "Help 1");
  }

  @Test
  void aPomThatCannotBeReadIsSaidUntilItCanWhateverElseIsEdited() throws IOException {
    shop.describedBy("grep -q good pom.xml || { echo 'Non-parseable POM, line 3' >&2; exit 1; }");
    shop.file("target/covet/project.properties", shop.description("", "-parameters")).start();
    shop.file("pom.xml", "<project>");
    assertThat(error()).isEqualTo("Non-parseable POM, line 3");

    shop.source("shop/Items.java", ITEMS.replace("apple", "pear"));
    assertThat(shop.get("/items").body()).contains("pear");
    assertThat(error()).isEqualTo("Non-parseable POM, line 3");
    assertThat(shop.get("/items", "Accept", "text/html").body())
        .contains("<h1>The POM cannot be used</h1>");
    assertThat(shop.said()).contains("The POM still cannot be used: Non-parseable POM, line 3");

    shop.source("shop/Items.java", ITEMS.replace("\"apple\"", "7"));
    assertThat(error()).contains("Items.java:14", "; Non-parseable POM, line 3");
    assertThat(shop.get("/items", "Accept", "text/html").body())
        .contains("<h1>The program does not compile</h1>", "<h1>The POM cannot be used</h1>");

    shop.file("pom.xml", "<project/> good");
    assertThat(error()).contains("Items.java:14").doesNotContain("POM");
    shop.source("shop/Items.java", ITEMS.replace("apple", "plum"));
    assertThat(shop.get("/items").body()).contains("plum");
    assertThat(error()).isEmpty();
  }

  private String error() {
    return shop.get("/items").headers().firstValue("Covet-Error").orElse("");
  }

  @Test
  void aPomAndASourceThatAreSavedTogetherAreBothUsedAsFarAsTheyCanBe() throws IOException {
    shop.describedBy("echo 'Non-parseable POM, line 3' >&2; exit 1").start();

    shop.source("shop/Items.java", ITEMS.replace("apple", "pear"));
    shop.file("pom.xml", "<project>");

    assertThat(shop.get("/items").body()).contains("pear");
    assertThat(error()).isEqualTo("Non-parseable POM, line 3");
    assertThat(shop.said()).contains(" s: Items.java").doesNotContain(" s: the POM");
  }

  @Test
  void aPomThatIsSavedWhileTheProcessStartsIsReadToo() throws IOException {
    otherMain();
    shop.file("described", shop.description("shop.Other", "-parameters"));
    shop.file("target/covet/project.properties", "old");
    var before = FileTime.from(Instant.now().minusSeconds(1));
    Files.setLastModifiedTime(shop.folder().resolve("target/covet/project.properties"), before);

    shop.withMain("shop.ShopApp").describedBy(COPY).start();

    assertThat(shop.get("/items").body()).contains("pear");
  }

  @Test
  void aWrongOptionOfTheFirstPomIsSaidAndCanBeMended() throws IOException {
    shop.file("described", shop.description("", "-parameters"));
    shop.withOption("--no-such-option").describedBy(COPY).begin();
    shop.waitFor("--no-such-option");
    assertThat(shop.said()).contains("The edit cannot be used");

    shop.file("pom.xml", "<project></project>");

    assertThat(shop.get("/items").body()).contains("apple");
  }

  @Test
  void theMainClassIsTheOneThatThePomNames() throws IOException {
    otherMain();
    shop.file("described", shop.description("shop.Other", "-parameters"));
    shop.withMain("shop.ShopApp").describedBy(COPY).start();
    assertThat(shop.get("/items").body()).contains("apple");

    shop.file("pom.xml", "<project></project>");

    assertThat(shop.get("/items").body()).contains("pear");
    shop.file("described", shop.description("", "-parameters"));
    shop.file("pom.xml", "<project/>");
    assertThat(shop.get("/items").headers().firstValue("Covet-Error").orElse(""))
        .contains("Several classes have a main method: ");
  }

  @Test
  void aPomThatIsSavedWhileMavenReadsTheOneBeforeIsReadToo() throws Exception {
    otherMain();
    shop.file("described", shop.description("MAIN", "-parameters"));
    shop.withMain("shop.ShopApp").describedBy(SLOW_COPY).start();
    var gate = shop.folder().resolve("gate");
    assertThat(new ProcessBuilder("mkfifo", gate.toString()).start().waitFor()).isZero();

    shop.file("pom.xml", "shop.ShopApp");
    shop.until(() -> shop.has("asked"));
    shop.file("pom.xml", "shop.Other");
    shop.source("shop/Pears.java", ITEMS.replace("Items", "Pears").replace("apple", "plum"));
    Files.newOutputStream(gate).close();

    assertThat(shop.get("/items").body()).contains("plum");
  }
}

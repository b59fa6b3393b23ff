package dev.covet.cli.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.cli.compile.EditBench.Edit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** After each edit of services and routes there is what a compilation of everything makes. */
@Order(1) // it takes long
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceEditsTest {
  @AutoClose private EditBench shop;

  @BeforeAll
  void theProjectIsCompiled(@TempDir Path folder) throws IOException {
    shop = EditBench.processed(folder);
  }

  static Stream<Edit> edits() {
    return Stream.of(ofServices(), ofProviders()).flatMap(List::stream);
  }

  private static List<Edit> ofServices() {
    return List.of(
        Edit.of(
            "the name of a guard's parameter",
            "ApiKey.java",
            "String key",
            "String token",
            "equals(key)",
            "equals(token)"),
        Edit.of(
            "a guard without an error",
            "ApiKey.java",
            " throws Unauthorized",
            "",
            "if (!keys.key().equals(key)) throw new Unauthorized(\"Wrong key\");",
            "key.strip();",
            "import dev.covet.api.Unauthorized;\n",
            ""),
        Edit.of("a setting", "Keys.java", "String key", "String key, @Default(\"1\") int port"),
        Edit.of(
            "a provider's parameter",
            "Wiring.java",
            "Keys keys",
            "Keys keys, dev.covet.data.Session db"),
        Edit.of(
            "the name of a provider's parameter",
            "Wiring.java",
            "Keys keys",
            "Keys ours",
            "Stock(keys)",
            "Stock(ours)"),
        Edit.of("a route", "Items.java", "@Get(\"/label\")", "@Get(\"/title\")"),
        Edit.of("no table any more", "Order.java", "@Table(\"orders\")", ""),
        Edit.of("the name of a table", "Order.java", "\"orders\"", "\"wishes\""),
        Edit.of(
            "a mistake that the processor finds",
            "Items.java",
            "long id, Session",
            "long key, Session"));
  }

  private static List<Edit> ofProviders() {
    return List.of(
        Edit.of(
            "a service that nobody provides",
            "Orders.java",
            "int coins",
            "int coins, Polite polite"),
        Edit.of("no provider any more", "Wiring.java", "  @Provides\n", ""),
        Edit.of(
            "a provider of what a plugin brings",
            "Own.java",
            "",
            provider("Own", "dev.covet.data.Session", "null")),
        Edit.of(
            "another provider of the same",
            "Second.java",
            "",
            provider("Second", "Stock", "new Stock(keys)")),
        Edit.of(
            "a provider for each request",
            "Wiring.java",
            "@Provides\n",
            "@Provides(dev.covet.api.Lifetime.REQUEST)\n"),
        Edit.of("settings that are none", "Keys.java", "@Settings\n", ""),
        Edit.of("services that need each other", "Wiring.java", "Keys keys", "Keys keys, Gate gate")
            .and("Gate.java", "", provider("Gate", "Gate", "new Gate()").replace("Keys", "Stock")));
  }

  /** A class with a method that provides something. */
  private static String provider(String name, String type, String made) {
    return """
    package shop;

    final class %s {
      @dev.covet.api.Provides
      static %s made(Keys keys) {
        return %s;
      }
    }
    """
        .formatted(name, type, made);
  }

  @ParameterizedTest
  @MethodSource("edits")
  void anEditMakesWhatTheProcessorMakesOfEverything(Edit edit) throws IOException {
    shop.compare(edit);
  }

  @Test
  void warningsAreAboutFilesOfTheProject() throws IOException {
    var edit =
        Edit.of(
            "a second type in a file",
            "Pens.java",
            "",
            "package shop;\n\nfinal class Pens {}\n\n@dev.covet.api.Model\nrecord Pen(int ink) {}\n");

    assertThat(shop.compare(edit))
        .isInstanceOfSatisfying(
            Compiled.Done.class,
            done ->
                assertThat(done.warnings())
                    .anySatisfy(it -> assertThat(it.text()).contains("COV-125"))
                    .noneSatisfy(it -> assertThat(it.file().toString()).contains("Codec")));
  }

  @Test
  void aSourceThatIsCompiledAgainMakesWhatItMadeBefore() throws IOException {
    for (var name : shop.names()) shop.compare(Edit.of(name + " again", name));
  }
}

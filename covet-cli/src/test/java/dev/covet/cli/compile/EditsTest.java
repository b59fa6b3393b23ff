package dev.covet.cli.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.cli.compile.EditBench.Edit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * After each edit there is what a compilation of everything makes: the same files, byte by byte.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditsTest {
  /** What the processor has a part in. */
  private EditBench shop;

  /** What is Java's alone, which is compiled in a tenth of the time. */
  private EditBench plain;

  @BeforeAll
  void projectsAreCompiled(@TempDir Path folder) throws IOException {
    shop = EditBench.processed(Files.createDirectory(folder.resolve("shop")));
    plain = EditBench.plain(Files.createDirectory(folder.resolve("plain")));
  }

  @AfterAll
  void theCompilersEnd() throws IOException {
    shop.close();
    plain.close();
  }

  static Stream<Edit> ofTheProcessor() {
    return Stream.of(ofRecords(), ofConstraints(), ofComments(), ofServices(), ofProviders())
        .flatMap(List::stream);
  }

  static Stream<Edit> ofJava() {
    return Stream.of(ofTypes(), ofHierarchies(), ofNames()).flatMap(List::stream);
  }

  private static List<Edit> ofRecords() {
    return List.of(
        Edit.of("a component", "Item.java", "Part part", "Part part, int price"),
        Edit.of("a component of a nested record", "Item.java", "String thread", "int thread"),
        Edit.of("another type of a column", "Order.java", "int count", "long count"),
        Edit.of("a component of a generic record", "Box.java", "int weight", "long weight"));
  }

  private static List<Edit> ofTypes() {
    return List.of(
        Edit.of("a constant of an enum", "Size.java", "BIG", "BIG,\n  HUGE"),
        Edit.of("a constant of an enum and its switch", "Size.java", "BIG", "BIG,\n  HUGE")
            .and("Sizes.java", "case BIG", "case HUGE -> 3;\n      case BIG"),
        Edit.of("another order of an enum", "Size.java", "SMALL,\n  BIG", "BIG,\n  SMALL"),
        Edit.of(
            "a permitted type",
            "Payment.java",
            "record Card",
            "record Gift(String code) implements Payment {}\n\n  record Card"),
        Edit.of(
                "a permitted type and its switch",
                "Payment.java",
                "record Card",
                "record Gift(String code) implements Payment {}\n\n  record Card")
            .and(
                "Fees.java",
                "case Payment.Card",
                "case Payment.Gift _ -> 0;\n      case Payment.Card"),
        Edit.of(
            "no nested type any more",
            "Payment.java",
            "record Cash(int coins)",
            "record Coins(int coins)"),
        Edit.of("a constant", "Names.java", "LONGEST = 3", "LONGEST = 4"),
        Edit.of("a path", "Names.java", "\"/items\"", "\"/things\""),
        Edit.of(
            "a constant where no class names it", "Names.java", "\"/items\"", "\"/\" + \"it\""));
  }

  private static List<Edit> ofConstraints() {
    return List.of(
        Edit.of("a part of a constraint", "Word.java", "max = 9", "max = 8"),
        Edit.of("a message", "Even.java", "must be even", "must not be odd"),
        Edit.of("a constraint on a component", "Order.java", "int count", "@Even int count"),
        Edit.of("a validator's body", "EvenValidator.java", "== 0", "!= 1"),
        Edit.of(
            "a validator of another type",
            "EvenValidator.java",
            "Integer",
            "Number",
            "value %",
            "value.intValue() %"),
        Edit.of("a default", "Item.java", "\"SMALL\"", "\"BIG\""),
        Edit.of(
            "an annotation of a package",
            "package-info.java",
            "@NullMarked",
            "@dev.covet.api.Naming(dev.covet.api.Case.SNAKE_CASE)\n@NullMarked"),
        Edit.of(
            "no annotation of a package",
            "package-info.java",
            "@NullMarked\n",
            "",
            "import org.jspecify.annotations.NullMarked;\n",
            ""));
  }

  private static List<Edit> ofHierarchies() {
    return List.of(
        Edit.of(
            "a nearer overload in a supertype",
            "Store.java",
            "String label(Object",
            "String label(String of) {\n    return of;\n  }\n\n  String label(Object"),
        Edit.of(
            "another result in a supertype",
            "Store.java",
            "List<T> all()",
            "java.util.Collection<T> all()"),
        Edit.of("a body in a supertype", "Store.java", "\"any \"", "\"some \""),
        Edit.of("another parameter in a supertype", "Store.java", "Object of", "CharSequence of"),
        Edit.of("another supertype", "Stock.java", "extends Store<Item>", "extends Store<Order>"),
        Edit.of(
            "a bound", "Box.java", "N extends Comparable<N>", "N extends Object & Comparable<N>"),
        Edit.of(
            "a bound that does not fit",
            "Box.java",
            "N extends Comparable<N>",
            "N extends Number & Comparable<N>"),
        Edit.of(
            "a method that becomes default",
            "Greeter.java",
            "String leave(String name);",
            "default String leave(String name) {\n    return name;\n  }"),
        Edit.of(
            "a method that its class lacks",
            "Greeter.java",
            "String leave",
            "String enter(String name);\n\n  String leave"),
        Edit.of("a class becomes final", "Polite.java", "class Polite", "final class Polite"),
        Edit.of("a more general parameter", "Names.java", "CharSequence name", "Object name"),
        Edit.of(
            "static becomes private",
            "Names.java",
            "static String title",
            "private static String title"));
  }

  private static List<Edit> ofComments() {
    return List.of(
        Edit.of("a comment of a record", "Item.java", "Something to buy", "A thing"),
        Edit.of("a comment of a component", "Item.java", "what it is", "how it is"),
        Edit.of("a comment of a nested record", "Item.java", "What holds", "That which holds"),
        Edit.of("a comment of a generic record", "Box.java", "Something in", "A thing in"),
        Edit.of("a comment of a guard", "ApiKey.java", "who know", "that know"),
        Edit.of("a comment of settings", "Keys.java", "Keys of", "All keys of"),
        Edit.of("a comment of a sealed type", "Payment.java", "How somebody", "How one"),
        Edit.of("a comment of a route", "Items.java", "Adds one", "Adds an item"),
        Edit.of("a comment of routes", "Items.java", "/** Items", "/** All items"),
        Edit.of("a comment of an error", "Sold.java", "Somebody", "Someone"),
        Edit.of("a comment of a query", "Filter.java", "any of these", "one of these"),
        Edit.of("a comment of a package", "package-info.java", "A shop", "Our shop"));
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

  private static List<Edit> ofNames() {
    return List.of(
        Edit.of(
            "a class that hides another",
            "List.java",
            "",
            "package shop;\n\npublic record List<T>(T one) {}\n"),
        Edit.of(
            "a class that hides one of the JDK",
            "Object.java",
            "",
            "package shop;\n\npublic class Object {}\n"),
        Edit.of(
            "a new record",
            "Seller.java",
            "",
            "package shop;\n\npublic record Seller(String name) {}\n"),
        Edit.of(
            "a new table",
            "Seller.java",
            "",
            "package shop;\n\n@dev.covet.api.Table\npublic record Seller(@dev.covet.api.Id long id, String name) {}\n"),
        Edit.of("a mistake", "Polite.java", "\"Dear \"", "Dear"));
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

  @ParameterizedTest
  @MethodSource("ofTheProcessor")
  void anEditMakesWhatTheProcessorMakesOfEverything(Edit edit) throws IOException {
    shop.compare(edit);
  }

  @ParameterizedTest
  @MethodSource("ofJava")
  void anEditMakesWhatJavacMakesOfEverything(Edit edit) throws IOException {
    plain.compare(edit);
  }

  @Test
  void aSourceThatIsCompiledAgainMakesWhatItMadeBefore() throws IOException {
    for (var name : shop.names()) shop.compare(Edit.of(name + " again", name));
  }

  @ParameterizedTest
  @MethodSource("ofBodies")
  void aNewBodyIsOneFile(Edit edit) throws IOException {
    assertThat(shop.compare(edit))
        .isInstanceOfSatisfying(Compiled.Done.class, done -> assertThat(done.files()).isEqualTo(1));
  }

  static Stream<Edit> ofBodies() {
    return Stream.of(
        Edit.of("of a handler", "Orders.java", "Fees.of(", "2 * Fees.of("),
        Edit.of("of a supertype", "Store.java", "\"any \"", "\"some \""),
        Edit.of(
            "with a lambda",
            "Orders.java",
            "return box;",
            "return java.util.List.of(box).stream().findFirst().orElseThrow();"),
        Edit.of("with a class", "Polite.java", "\"Dear \" + name", "new Object() {}.toString()"),
        Edit.of("of an annotated method", "EvenValidator.java", "== 0", "!= 1"));
  }
}

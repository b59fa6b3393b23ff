package dev.covet.cli.compile;

import dev.covet.cli.compile.EditBench.Edit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * After each edit of what is Java's alone there is what a compilation of everything makes, in a
 * tenth of the time that the processor takes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavaEditsTest {
  @AutoClose private EditBench shop;

  @BeforeAll
  void theProjectIsCompiled(@TempDir Path folder) throws IOException {
    shop = EditBench.plain(folder);
  }

  static Stream<Edit> edits() {
    return Stream.of(ofTypes(), ofHierarchies(), ofNames()).flatMap(List::stream);
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

  @ParameterizedTest
  @MethodSource("edits")
  void anEditMakesWhatJavacMakesOfEverything(Edit edit) throws IOException {
    shop.compare(edit);
  }
}

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
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * After each edit of data there is what a compilation of everything makes: the same files, byte by
 * byte. So it is with {@link ServiceEditsTest services} and {@link JavaEditsTest plain Java}, which
 * are compiled beside it.
 */
@Order(1) // it takes long
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditsTest {
  @AutoClose private EditBench shop;

  @BeforeAll
  void theProjectIsCompiled(@TempDir Path folder) throws IOException {
    shop = EditBench.processed(folder);
  }

  static Stream<Edit> edits() {
    return Stream.of(ofRecords(), ofConstraints()).flatMap(List::stream);
  }

  private static List<Edit> ofRecords() {
    return List.of(
        Edit.of("a component", "Item.java", "Part part", "Part part, int price"),
        Edit.of("a component of a nested record", "Item.java", "String thread", "int thread"),
        Edit.of("another type of a column", "Order.java", "int count", "long count"),
        Edit.of("a component of a generic record", "Box.java", "int weight", "long weight"));
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

  @ParameterizedTest
  @MethodSource("edits")
  void anEditMakesWhatTheProcessorMakesOfEverything(Edit edit) throws IOException {
    shop.compare(edit);
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

package dev.covet.cli.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.cli.project.Project;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
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
  private static final Path PROJECT = Path.of("src", "test", "resources", "edited", "shop");

  private Path folder;
  private final Map<String, String> original = new TreeMap<>();
  private ProjectCompiler again;
  private ProjectCompiler whole;
  private Compiled unedited;

  /** Texts that are replaced, by files; the text of a file that is not there yet is empty. */
  record Edit(String name, Map<String, List<String>> files) {
    static Edit of(String name, String file, String... fromTo) {
      return new Edit(name, Map.of(file, List.of(fromTo)));
    }

    Edit and(String file, String... fromTo) {
      var all = new HashMap<>(files);
      all.put(file, List.of(fromTo));
      return new Edit(name, all);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  void aProjectIsCompiled(@TempDir Path temporary) throws IOException {
    folder = temporary;
    try (var files = Files.list(PROJECT)) {
      for (var file : files.toList()) {
        original.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    again = new ProjectCompiler(project());
    whole = new ProjectCompiler(project());
    write(original);
    unedited = again.compile(all(), all());
    assertThat(unedited).isInstanceOf(Compiled.Done.class);
  }

  private Project project() {
    var libraries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(path -> !path.endsWith("test-classes"))
            .map(Path::of)
            .toList();
    return new Project(
        "shop",
        folder,
        List.of(folder),
        List.of(),
        folder.resolve("classes"),
        libraries,
        libraries,
        List.of("-parameters"),
        "",
        List.of());
  }

  @AfterAll
  void theCompilersEnd() throws IOException {
    again.close();
    whole.close();
  }

  static Stream<Edit> edits() {
    return Stream.of(
            ofTypes(), ofConstraints(), ofHierarchies(), ofComments(), ofServices(), ofNames())
        .flatMap(List::stream);
  }

  private static List<Edit> ofTypes() {
    return List.of(
        Edit.of("a component", "Item.java", "Part part", "Part part, int price"),
        Edit.of("a component of a nested record", "Item.java", "String thread", "int thread"),
        Edit.of("another type of a column", "Order.java", "int count", "long count"),
        Edit.of("a component of a generic record", "Box.java", "int weight", "long weight"),
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
        Edit.of("the name of a table", "Order.java", "\"orders\"", "\"wishes\""));
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
        Edit.of("a mistake", "Polite.java", "\"Dear \"", "Dear"),
        Edit.of(
            "a mistake that the processor finds",
            "Items.java",
            "long id, Session",
            "long key, Session"));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void anEditAndItsUndoingMakeTheSameFiles(Edit edit) throws IOException {
    var edited = edited(edit);
    var changed = new TreeSet<Path>();
    edit.files().keySet().forEach(name -> changed.add(folder.resolve(name)));

    write(edited);
    var all = all();
    var other = CompletableFuture.supplyAsync(() -> whole.whole(all));
    var found = again.compile(all, changed);
    var expected = other.join();
    write(original);
    var undone = again.compile(all(), changed);

    compare(found, expected);
    compare(undone, unedited);
  }

  @Test
  void aSourceThatIsCompiledAgainMakesWhatItMadeBefore() throws IOException {
    write(original);
    for (var name : original.keySet()) {
      var found = again.compile(all(), Set.of(folder.resolve(name)));

      assertThat(found)
          .as(name)
          .isInstanceOfSatisfying(
              Compiled.Done.class,
              done ->
                  assertThat(differences(done.outputs(), ((Compiled.Done) unedited).outputs()))
                      .isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("ofBodies")
  void aNewBodyIsOneFile(Edit edit) throws IOException {
    write(edited(edit));
    var changed = Set.of(folder.resolve(edit.files().keySet().iterator().next()));

    assertThat(again.compile(all(), changed))
        .isInstanceOfSatisfying(Compiled.Done.class, done -> assertThat(done.files()).isEqualTo(1));

    write(original);
    compare(again.compile(all(), changed), unedited);
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

  private Map<String, String> edited(Edit edit) {
    var edited = new TreeMap<>(original);
    edit.files()
        .forEach((name, fromTo) -> {
          var text = edited.getOrDefault(name, "");
          for (var at = 0; at < fromTo.size(); at += 2) {
            assertThat(text).contains(fromTo.get(at));
            text =
                text.isEmpty() ? fromTo.get(1) : text.replace(fromTo.get(at), fromTo.get(at + 1));
          }
          edited.put(name, text);
        });
    return edited;
  }

  private void write(Map<String, String> sources) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) Files.delete(file);
    }
    for (var source : sources.entrySet()) {
      Files.writeString(folder.resolve(source.getKey()), source.getValue());
    }
  }

  private Set<Path> all() throws IOException {
    try (var files = Files.list(folder)) {
      return new TreeSet<>(files.filter(Files::isRegularFile).toList());
    }
  }

  private static void compare(Compiled found, Compiled expected) {
    switch (expected) {
      case Compiled.Failed(var mistakes) ->
          assertThat(found)
              .isInstanceOfSatisfying(
                  Compiled.Failed.class,
                  failed -> assertThat(files(mistakes)).containsAll(files(failed.mistakes())));
      case Compiled.Done(var outputs, _, _) ->
          assertThat(found)
              .isInstanceOfSatisfying(
                  Compiled.Done.class,
                  done -> assertThat(differences(done.outputs(), outputs)).isEmpty());
    }
  }

  private static Set<Path> files(List<Mistake> mistakes) {
    return mistakes.stream().map(Mistake::file).collect(Collectors.toSet());
  }

  private static List<String> differences(Outputs found, Outputs expected) {
    var names = new TreeSet<>(found.files().keySet());
    names.addAll(expected.files().keySet());
    return names.stream()
        .filter(name -> !Arrays.equals(found.bytes(name), expected.bytes(name)))
        .toList();
  }
}

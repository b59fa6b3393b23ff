package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.processor.Compilation.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written seldom and is right compiles without a warning, and does what it says. */
final class OddSourcesTest {
  private static final Path RESOURCES = Path.of("src/test/resources");

  @TempDir static Path folder;
  private static Generated odd;

  @BeforeAll
  static void compile() throws IOException {
    var units = new ArrayList<>(Generated.units(RESOURCES.resolve("odd")));
    var letters = Files.readString(RESOURCES.resolve("letters").resolve("Letters.txt"));
    units.add(new Unit("odd/letters/名.java", letters));
    odd = Generated.from(folder, units);
  }

  @Test
  void namesOfAnyKindAreNamesOfJson() throws Exception {
    var codec = odd.codec("odd.letters.名_値Codec", "INPUT");
    var text = "{\"値\":\"a\",\"färbe\":\"GRÜN\",\"名前\":[\"b\"]}";

    assertThat(Generated.again(codec, codec, text)).isEqualTo(text);
    assertThat(odd.sources()).containsKeys("odd.letters.名Routes", "odd.letters.名_$Codec");
  }

  @Test
  void aTreeIsReadAndCheckedToItsLeaves() throws Exception {
    var codec = odd.codec("odd.trees.Trees_TreeCodec", "INPUT");
    var leaf = "{\"name\":\"%s\",\"children\":[],\"shadow\":null}";
    var tree = "{\"name\":\"a\",\"children\":[" + leaf + "," + leaf + "],\"shadow\":null}";

    assertThat(Generated.again(codec, codec, tree.formatted("b", "c")))
        .isEqualTo(tree.formatted("b", "c"));
    assertThat(Generated.problems(codec, tree.formatted("b", "")))
        .containsExactly("blank children[1].name");
  }

  /** They look like what templates, imports and annotations are made of. */
  @Test
  void textsOfUsersStayAsTheyAre() throws IOException {
    var all = String.join("\n", odd.sources().values());

    assertThat(all).doesNotContain("a.@Nullable");
    assertThat(List.of("Tag", "Record", "Rule", "Error", "Handler", "result", "Mark"))
        .allMatch(each -> all.contains(each + ": @Nullable a.B `a.b.C` %s "));
    assertThat(List.of("Told", "Name", "Constant", "Path", "Content", "Query", "Given"))
        .allMatch(each -> all.contains(each + ": @Nullable a.B %s"));
    assertThat(all)
        .contains("Default: @Nullable a.B `a.b.C` %s $1 static final int X = 1;")
        .contains("\"x_%d @Nullable a\\\\.B `a.b.C` BOUND_%d\"");
  }

  @Test
  void aPatternIsTheOneThatIsWritten() throws Exception {
    var codec = odd.codec("odd.texts.Texts_InCodec", "INPUT");
    var text =
        "{\"a\":\"x_%s @Nullable a.B `a.b.C` BOUND_%%d\",\"Name: @Nullable a.B %%s\":1,\"d\":1}";

    assertThat(Generated.problems(codec, text.formatted("%d"))).isEmpty();
    assertThat(Generated.problems(codec, text.formatted("1"))).containsExactly("pattern a");
  }

  @Test
  void everyComponentIsHeldWhateverItsName() throws Exception {
    var codec = odd.codec("odd.components.ComponentsCodec", "INPUT");

    assertThat(Generated.problems(codec, "{}")).hasSize(29).contains("missing $", "missing KEYS");
  }

  @Test
  void aHandlerMayHaveFortyParametersOfEachKind() throws IOException {
    var units =
        List.of(
            new Unit(
                "Wide.java",
                "package a; import dev.covet.api.*; @Routes(\"/w\") final class Wide {"
                    + " record In(int size) {} @Provides static final class C {} Wide("
                    + forty("C c%d")
                    + ") {} @Post int texts("
                    + forty("String p%d")
                    + ", In in) { return 1; } @Put int numbers("
                    + forty("@Header long h%d")
                    + ") { return 1; } @Patch int services("
                    + forty("C c%d")
                    + ") { return 1; } @OnStart void start("
                    + forty("C c%d")
                    + ") {} }"));

    assertThat(Generated.from(folder.resolve("wide"), units).source("a.WideRoutes"))
        .contains("p39", "h39", "c39");
  }

  private static String forty(String parameter) {
    return IntStream.range(0, 40).mapToObj(parameter::formatted).collect(Collectors.joining(", "));
  }

  @Test
  void everythingMayStandInTheUnnamedPackage() throws IOException {
    var units =
        List.of(
            unit(
                "All",
                "@Routes(\"/all\") @Use(Layer.class) final class All {"
                    + " @Post Data post(Data data, Store store, @Default(\"A\") Kind kind) throws Full"
                    + " { return data; } @Get int get(Conf conf, StringBuffer text) { return 1; }"
                    + " @OnStart void go() {} }"),
            unit("Data", "record Data(Kind kind, java.util.List<Data> more) {}"),
            unit("Kind", "enum Kind { A, B }"),
            unit("Store", "@Provides final class Store {}"),
            unit("Conf", "@Settings record Conf(int port) {}"),
            unit("Row", "@Table record Row(@Id long id, String name) {}"),
            unit("Mark", "@Qualifier @interface Mark { String value(); }"),
            unit(
                "Wiring",
                "final class Wiring {"
                    + " @Provides static StringBuilder by(Mark mark) { return new StringBuilder(); }"
                    + " @Provides static StringBuffer text(@Mark(\"a\") StringBuilder by)"
                    + " { return new StringBuffer(by); } }"),
            unit(
                "Full",
                "@Status(409) final class Full extends ApiError {"
                    + " private static final long serialVersionUID = 1L; Full() { super(\"\"); } }"),
            unit(
                "Layer",
                "final class Layer implements dev.covet.web.http.Middleware {"
                    + " public dev.covet.web.http.Response handle(dev.covet.web.http.Request request,"
                    + " dev.covet.web.http.Handler next) { return next.handle(request); } }"));

    assertThat(Generated.from(folder.resolve("unnamed"), units).sources())
        .containsKeys("AllRoutes", "DataCodec", "RowTable", "FullFacts", "MarkLiteral");
  }

  private static Unit unit(String name, String text) {
    return new Unit(name + ".java", "import dev.covet.api.*; " + text);
  }
}

package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.processor.Compilation.Unit;
import dev.covet.processor.emit.Emitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user calls his types does not change what generated code means. */
@Order(1) // it takes long
final class NamesOfUsersTest {
  private static final Path NAMES = Path.of("src/test/resources/names");
  private static final Path EXPECTED = Path.of("src/test/resources/expected");

  /** Comments and texts. */
  private static final Pattern NO_CODE =
      Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*|\"(?:\\\\.|[^\"\\\\])*\"");

  private static final Pattern WORD = Pattern.compile("\\b[A-Z]\\w*+\\b");

  /** An import, or a class within another one that has the same name everywhere. */
  private static final Pattern DECLARED =
      Pattern.compile("(?m)(?:^import [\\w.]*\\.|private static final class )(\\w+)(?=;| \\{)");

  /** Types that generated code names, words of Java in lower case, names like constants. */
  private static final List<String> ALL =
      List.of(
          ("API Boolean Bound Class Codec Double Enum Exception Hook IllegalArgumentException"
                  + " Integer Item KEYS List Long Map NullPointerException Nullable Object Optional"
                  + " Override Problems Provider Request Response Route Scope Slot String"
                  + " SuppressWarnings T URI UUID Values")
              .split(" "));

  @TempDir Path folder;

  @Test
  void aTypeMayBeCalledLikeOneThatGeneratedCodeNames() throws Exception {
    var units = new ArrayList<Unit>();
    try (var files = Files.list(NAMES)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        var text = Files.readString(file);
        var path = file.getFileName().toString().replace(".txt", "");
        ALL.forEach(name -> units.add(unit(path, name, text)));
      }
    }

    var generated = Generated.from(folder, units);

    var codec = generated.codec("p_string.data.StringCodec", "INPUT");
    assertThat(Generated.problems(codec, "{\"text\": \"\", \"number\": 1.5}"))
        .containsExactly("too_short text", "type number");
    assertThat(Generated.again(codec, codec, "{\"text\": \"a\", \"number\": 2}"))
        .contains("\"text\":\"a\",\"number\":2,\"big\":null");
  }

  @Test
  void aParameterMayBeCalledLikeAConstantOrWhatAMakerHolds() throws IOException {
    var text =
        """
        package a;
        import dev.covet.api.*;
        import jakarta.validation.constraints.*;
        @Routes
        final class Api {
          enum Kind { A }
          record In(int size) {}
          record User(String name) {}
          @Provides(Lifetime.REQUEST)
          static User user(@Body In in, @Query String json, @Query int X, @Query Kind KIND) {
            return new User(json);
          }
          @Get("/a") int a(int KIND, Kind kind, @Pattern(regexp = "(a)+") String PATTERN_1) { return 1; }
          @Post("/b") int b(@Provided User user) { return 1; }
        }
        """;

    assertThat(Generated.from(folder, List.of(new Unit("a/Api.java", text))).sources())
        .containsKey("a.ApiRoutes");
  }

  @Test
  void aComponentMayBeCalledLikeWhatACodecOrATableNames() throws Exception {
    var text =
        """
        package a;
        import dev.covet.api.*;
        import jakarta.validation.constraints.*;
        import java.util.List;
        final class All {
          @Model
          record Note(
              List<@NotBlank String> tags, @Size(min = 2) String tagsElement, int TAGS_ELEMENT,
              List<List<@Size(min = 2) String>> more, @Size(min = 2) String moreElementElement,
              @Pattern(regexp = "(a)+") String pattern_1, @DecimalMin("1") double bound_1) {}
          @Table record Hero(
              @Id long id, String HERO, @Column("a") String HERO_,
              String columns, @Column("b") String columns_) {}
          @Projection(Hero.class) record Two(String HERO, String columns) {}
          record Profile(String PROFILE, String PROFILE_) {}
          @Routes static final class Api {
            @Patch("/p") int patch(Changes<Profile> changes) { return 1; }
          }
        }
        """;

    var codec =
        Generated.from(folder, List.of(new Unit("a/All.java", text)))
            .codec("a.All_NoteCodec", "INPUT");

    var note =
        "{\"tags\":[\"\"],\"tagsElement\":\"\",\"TAGS_ELEMENT\":1,\"more\":[[\"\"]],"
            + "\"moreElementElement\":\"\",\"pattern_1\":\"b\",\"bound_1\":0}";
    assertThat(Generated.problems(codec, note))
        .containsExactly(
            "blank tags[0]",
            "too_short tagsElement",
            "too_short more[0][0]",
            "too_short moreElementElement",
            "pattern pattern_1",
            "too_small bound_1");
  }

  @Test
  void aTypeMayHaveLettersOfAnyKindWhereverItIsNamed() throws IOException {
    var text =
        """
        package über.a;
        import dev.covet.api.*;
        import java.util.*;
        @Routes
        final class Größen {
          record Größe(int höhe) {}
          @Provides static Map<String, Größe> größen() { return Map.of(); }
          @Post("/a") Größe größe(Größe größe, @Provided Map<String, Größe> größen) { return größe; }
        }
        """;

    assertThat(Generated.from(folder, List.of(new Unit("über/a/Größen.java", text))).sources())
        .containsKey("über.a.GrößenRoutes");
  }

  /** Both are names of variables in a codec, which hide packages. */
  @ParameterizedTest
  @ValueSource(strings = {"at", "in"})
  void aPackageMayBeginWithTheNameOfAVariable(String root) throws IOException {
    var names = List.of("Values", "NoteShape", "Codec", "Place", "String", "JsonReader", "List");
    var units = new ArrayList<Unit>();
    names.forEach(name ->
        units.add(
            new Unit(
                root + "/x/" + name + ".java",
                "package %s.x; public record %s(int size) {}".formatted(root, name))));
    var components = new StringBuilder("java.util.List<java.lang.String> all");
    for (int i = 0; i < names.size(); i++) {
      components.append(", %s.x.%s c%s".formatted(root, names.get(i), i));
    }
    units.add(
        new Unit(
            root + "/y/Note.java",
            "package %s.y; @dev.covet.api.Model record Note(%s) {}".formatted(root, components)));

    assertThat(Generated.from(folder, units).sources()).containsKey(root + ".y.NoteCodec");
  }

  @Test
  void aVariableHidesNoPackageThatIsNamedInFull() throws IOException {
    var units =
        List.of(
            new Unit("a/List.java", "package a; public record List(int java) {}"),
            new Unit("a/Codec.java", "package a; public record Codec(int dev) {}"),
            new Unit("a/Nullable.java", "package a; public record Nullable(int org) {}"),
            new Unit(
                "a/Java.java",
                "package a; @dev.covet.api.Model record Java(List java, Codec dev, Nullable org,"
                    + " java.util.List<Integer> all,"
                    + " java.util.@org.jspecify.annotations.Nullable List<String> more) {}"),
            new Unit(
                "a/Api.java",
                "package a; import dev.covet.api.*; @Routes final class Api {"
                    + " @Get int get(java.util.List<String> java, int dev, int org) { return 1; }"
                    + " @Post int post(Java body) { return 1; } }"));

    assertThat(Generated.from(folder, units).sources()).containsKeys("a.JavaCodec", "a.ApiRoutes");
  }

  /** All that is called so, by users and by templates, beside packages with types of one name. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "io", "at", "in", "view", "value", "request", "bound", "record", "name", "index", "Shop"
      })
  void aVariableHidesNoPackageOfTheUsers(String root) throws IOException {
    var units = new ArrayList<Unit>();
    for (var inner : List.of("a", "b")) {
      var head = "package %s.%s; public ".formatted(root, inner);
      var path = root + "/" + inner + "/";
      units.add(new Unit(path + "Item.java", head + "record Item(int size) {}"));
      units.add(new Unit(path + "Kind.java", head + "enum Kind { A, B }"));
      units.add(new Unit(path + "Service.java", head + "final class Service {}"));
    }
    var text = Files.readString(NAMES.resolve("all").resolve("packages.txt"));
    units.add(new Unit("shop/Api.java", text.replace("ROOT", root)));

    var sources = Generated.from(folder, units).sources();

    assertThat(sources).containsKeys("shop.Api_OrderCodec", "shop.ApiRoutes", "shop.ApiProviders");
  }

  @Test
  void whatHidesNothingKeepsItsName() throws IOException {
    var text =
        """
        package shop;
        @dev.covet.api.Model record Order(int shop, int java, int dev, java.util.List<String> in) {}
        """;

    assertThat(
            Generated.from(folder, List.of(new Unit("shop/Order.java", text)))
                .source("shop.OrderCodec"))
        .contains("int shop = 0;", "int java = 0;", "int dev = 0;", "JsonReader in)");
  }

  @Test
  void aNameThatIsNoneInSqlEndsNoCommentAndMeansNothingInIt() throws IOException {
    var text =
        """
        package a;
        import dev.covet.api.*;
        @Table("a*/b") record Row(@Id long id, @Column("c}`d` \\\\u @e <i>") String name) {}
        """;

    assertThat(
            new Compilation(folder, Emitter::emit).compile(List.of(new Unit("a/Row.java", text))))
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.text()).startsWith("[COV-151]"));
  }

  private static Unit unit(String path, String name, String text) {
    var root = "p_" + name.toLowerCase(Locale.ROOT);
    var source =
        text.replaceAll("package NAME\\b", "package " + root).replaceAll("\\bNAME\\b", name);
    var type =
        source.replaceAll("(?ms).*?^(?:public |final )*(?:record|class|enum) (\\w+).*", "$1");
    return new Unit(root + "/" + path + "/" + type + ".java", source);
  }

  /** Whatever generated code names, where no type can be written in full. */
  @ParameterizedTest
  @ValueSource(strings = {"rows", "services", "served", "enums"})
  void typesOfTheUnnamedPackageMayBeCalledLikeAllThatGeneratedCodeNames(String kind)
      throws IOException {
    var parts = Files.readString(NAMES.resolve("all").resolve(kind + ".txt")).split("----\n", -1);
    var units = new ArrayList<Unit>();
    var routes = new StringBuilder("@dev.covet.api.Routes final class Api {\n");
    for (var name : namesOfGeneratedCode()) {
      units.add(new Unit(name + ".java", named(parts[0], name)));
      routes.append(named(parts[1], name));
    }
    units.add(new Unit("Api.java", routes.append("}\n").toString()));

    assertThat(Generated.from(folder, units).sources()).hasSizeGreaterThan(units.size());
  }

  private static String named(String text, String name) {
    return text.replace("NAME", name);
  }

  /**
   * What the expected sources import, take from {@code java.lang}, declare for themselves, or name
   * for several of the samples; but no two that one folder could not hold, and none that is
   * generated for another one.
   */
  private static Set<String> namesOfGeneratedCode() throws IOException {
    var folders = new TreeMap<String, Set<Path>>();
    var all = new TreeSet<String>();
    try (var files = Files.walk(EXPECTED)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var code = NO_CODE.matcher(Files.readString(file)).replaceAll("");
        DECLARED.matcher(code).results().map(match -> match.group(1)).forEach(all::add);
        WORD.matcher(code)
            .results()
            .map(MatchResult::group)
            .forEach(
                each -> folders.computeIfAbsent(each, _ -> new HashSet<>()).add(file.getParent()));
      }
    }
    folders.forEach((name, where) -> {
      if (where.size() > 1 || isOfJava(name)) {
        all.add(name);
      }
    });
    all.removeAll(all.stream().flatMap(NamesOfUsersTest::generated).toList());
    var folded = new TreeSet<String>();
    return all.stream()
        .filter(each -> folded.add(each.toLowerCase(Locale.ROOT)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isOfJava(String name) {
    try {
      return Class.forName("java.lang." + name) != null;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static Stream<String> generated(String name) {
    return Stream.of("Codec", "Fields", "Provider", "Providers", "Routes", "Table")
        .map(name::concat);
  }

  @Test
  void aTextMayBeAsLongAsJavaAllows() throws IOException {
    var literal = '"' + "a String, an \\\"Object\\\"; ".repeat(2_000) + '"';
    var note = "record Note(@dev.covet.api.Default(" + literal + ") java.lang.String text) {}";
    var units =
        List.of(
            new Unit("a/Note.java", "package a; @dev.covet.api.Model " + note),
            new Unit("a/String.java", "package a; final class String {}"));

    assertThat(Generated.from(folder, units).source("a.NoteCodec").contains(literal)).isTrue();
  }

  @Test
  void ofAClassThatNobodyMentionsNothingShows() throws IOException {
    var units =
        List.of(
            new Unit("a/Note.java", "package a; @dev.covet.api.Model record Note(int size) {}"),
            new Unit("a/Class.java", "package a; final class Class {}"));

    assertThat(Generated.from(folder, units).source("a.NoteCodec"))
        .doesNotContain("java.lang")
        .contains("@Override");
  }

  @Test
  void aHandlerIsNotCalledLikeATypeThatItsClassNames() throws IOException {
    var routes = Files.readString(EXPECTED.resolve("roster").resolve("roster.RosterRoutes.txt"));
    var imports =
        routes.lines().filter(each -> each.startsWith("import dev.covet.")).sorted().toList();
    var methods = new StringBuilder();
    for (var each : imports) {
      var name = each.substring(each.lastIndexOf('.') + 1, each.length() - 1);
      var method = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
      methods.append("@Get(\"/%1$s\") int %1$s() { return 1; }\n".formatted(method));
    }
    var text = "package a; import dev.covet.api.*; @Routes final class Api {" + methods + "}";

    var source =
        Generated.from(folder, List.of(new Unit("a/Api.java", text))).source("a.ApiRoutes");

    assertThat(source).contains("record ResponseSchemaHandler(");
    assertThat(source.lines())
        .filteredOn(each -> !each.startsWith("import "))
        .noneMatch(each -> each.contains("dev.covet."));
  }
}

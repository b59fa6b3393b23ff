package dev.covet.processor;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.processor.Compilation.Message;
import dev.covet.processor.Compilation.Unit;
import dev.covet.processor.emit.Emitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every annotation of Covet's on everything that it can stand on: it works there, and the compiler
 * is silent, or there is one error on its line. None does nothing in silence, and none costs a
 * second error in the files that import generated names.
 */
final class IdleAnnotationsTest {
  private static final Path API =
      Path.of("..", "covet-model", "src", "main", "java", "dev", "covet", "api");

  /** The attributes of those that need some. */
  private static final Map<String, String> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("BodyMax", "(9)"),
          Map.entry("Scopes", "(\"s\")"),
          Map.entry("Bulkhead", "(1)"),
          Map.entry("Deadline", "(millis = 1)"),
          Map.entry("RateLimit", "(requests = 1, perSeconds = 1)"),
          Map.entry("By", "(\"teamId\")"),
          Map.entry("CacheControl", "(\"no-cache\")"),
          Map.entry("Callback", "(Object.class)"),
          Map.entry("Client", "(\"https://example.org\")"),
          Map.entry("Column", "(\"c\")"),
          Map.entry("Was", "(\"w\")"),
          Map.entry("CountOf", "(Team.class)"),
          Map.entry("Default", "(\"1\")"),
          Map.entry("Discriminator", "(\"kind\")"),
          Map.entry("Example", "(\"1\")"),
          Map.entry("FromPlugin", "(\"install it\")"),
          Map.entry("Guard", "(Checking.class)"),
          Map.entry("HealthCheck", "(\"h\")"),
          Map.entry("Name", "(\"n\")"),
          Map.entry("Naming", "(Case.SNAKE_CASE)"),
          Map.entry("Produces", "(\"text/csv\")"),
          Map.entry("Projection", "(Team.class)"),
          Map.entry("References", "(Team.class)"),
          Map.entry("Sql", "(\"select 1\")"),
          Map.entry("Status", "(409)"),
          Map.entry("Tag", "(\"t\")"),
          Map.entry("Use", "(Around.class)"),
          Map.entry("Via", "(Team.class)"),
          Map.entry("WebSocket", "(\"/socket\")"));

  /**
   * Where each works; {@code *} of every type but annotations and settings. Protection works
   * nowhere here, since the jar that keeps it is not there.
   */
  private static final Map<String, String> WORKS =
      Map.ofEntries(
          Map.entry("Blocking", "Served Route Text"),
          Map.entry("Owner", "Columned"),
          Map.entry("Principal", "Data Leaf"),
          Map.entry("Public", "Noted Route Served Text"),
          Map.entry("Scopes", "Noted Route Served Text"),
          Map.entry("SignedIn", "Noted Route Served Text"),
          Map.entry("Body", "Data Leaf Union Kind Sent"),
          Map.entry("BodyMax", "Served Route Text"),
          Map.entry("Bulkhead", ""),
          Map.entry("By", "Joined"),
          Map.entry("CacheControl", "Served Route Text"),
          Map.entry("Conditional", "Served Route Text"),
          Map.entry("Callback", ""),
          Map.entry("Client", ""),
          Map.entry("Webhook", ""),
          Map.entry("CircuitBreaker", ""),
          Map.entry("Column", "Columned"),
          Map.entry("Cookie", "Value Sent Data Leaf Kind Group Grouped"),
          Map.entry("Deadline", ""),
          Map.entry("Default", "Value Columned Component Seen Setting Grouped"),
          Map.entry("Delete", "Unserved"),
          Map.entry("Discriminator", "Union"),
          Map.entry("Example", "Data Value Variable Text Columned Component Seen Grouped"),
          Map.entry("Flatten", "Nested"),
          Map.entry("Form", "Data Leaf Kind Sent"),
          Map.entry("FromPlugin", "*"),
          Map.entry("Get", "Unserved"),
          Map.entry("Guard", "Served Route Text Noted"),
          Map.entry("Header", "Value Sent Data Leaf Kind Group Grouped"),
          Map.entry("HealthCheck", "Method Hook"),
          Map.entry("Hidden", "Served Route Text"),
          Map.entry("Id", "Component Seen"),
          Map.entry("Idempotent", ""),
          Map.entry("Index", "Columned"),
          Map.entry("Model", "Data Leaf Union"),
          Map.entry(
              "Name",
              "Value Sent Variable Columned Component Nested Seen Joined Grouped Constant Leaf"),
          Map.entry("Naming", "* package-info"),
          Map.entry("NoCompress", "Served Route Text"),
          Map.entry("OnStart", "Method Unserved Route Text Provider Hook"),
          Map.entry("OnStop", "Method Unserved Route Text Provider Hook"),
          Map.entry("Patch", "Unserved"),
          Map.entry("Path", "Variable"),
          Map.entry("Post", "Unserved"),
          Map.entry("Produces", "Text"),
          Map.entry("Projection", "Data Leaf"),
          Map.entry("Provided", "* Service Sent"),
          Map.entry("Provides", "Plain Served Full"),
          Map.entry("Put", "Unserved"),
          Map.entry("Qualifier", "Noted"),
          Map.entry("Query", "Value Sent Data Leaf Kind Group Grouped"),
          Map.entry("RateLimit", ""),
          Map.entry("ReadOnly", "Columned Component Seen RecordMethod"),
          Map.entry("References", "Columned"),
          Map.entry("Retry", ""),
          Map.entry("Routes", ""),
          Map.entry("Scalar", "Data"),
          Map.entry("Settings", "Data Leaf"),
          Map.entry("Sql", "Statement"),
          Map.entry("Status", "Leaf Route Text Full"),
          Map.entry("Strict", "Data Leaf"),
          Map.entry("Table", ""),
          Map.entry("Tag", "Served Route Text"),
          Map.entry("Uninterrupted", "Served Route Text"),
          Map.entry("Unique", "Columned"),
          Map.entry("Use", "Served Route Text Noted"),
          Map.entry("Version", "Columned"),
          Map.entry("Was", "Columned"),
          Map.entry("WriteOnly", "Columned Component Nested Seen Joined"));

  private static final String TYPES = "Plain Served Full Face Union Leaf Kind Data";

  /** A source for each place, by the name of its file; {@code @@} is the annotation. */
  private static final Map<String, String> PLACES = places();

  /** What all of them use. */
  private static final List<String> COMMON =
      List.of(
          "@Table record Team(@Id long id, int size) {}",
          "record Other(int size) {}",
          "final class Around implements dev.covet.web.http.Middleware {"
              + " public dev.covet.web.http.Response handle(dev.covet.web.http.Request request,"
              + " dev.covet.web.http.Handler next) { return next.handle(request); } }",
          "final class Checking { void check() {} }",
          "import static places.TeamTable.TEAM; final class Importing { Object team = TEAM; }",
          "@Query record Sizes(int size) {}",
          "@Table record Hero(@Id long id, @References(Team.class) long teamId) {}");

  @TempDir Path folder;

  private static Map<String, String> places() {
    var all = new LinkedHashMap<String, String>();
    all.put("package-info", "@@ package places;");
    all.put("Plain", "@@ final class Plain {}");
    all.put("Served", "@@ @Routes(\"/r\") final class Served { @Get int get() { return 1; } }");
    all.put("Face", "@@ interface Face {}");
    all.put("Union", "@@ sealed interface Union { record One(int size) implements Union {} }");
    all.put("Leaf", "sealed interface Leaf {\n@@ record Two(int size) implements Leaf {} }");
    all.put("Noted", "@@ @interface Noted {}");
    all.put("Kind", "@@ enum Kind { A }");
    all.put("Data", "@@ record Data(int size) {}");
    all.put("Limits", "@@ @Settings record Limits(@Default(\"1\") int size) {}");
    all.put(
        "Full",
        "@@ @Status(409) final class Full extends ApiError {"
            + " private static final long serialVersionUID = 1L; Full() { super(\"full\"); } }");
    all.put("Route", in("/a", "@@ @Get Other get() { return new Other(1); }", "Route"));
    all.put("Text", in("/b", "@@ @Get String get() { return \"\"; }", "Text"));
    all.put(
        "Unserved",
        in("/c", "@Get int get() { return 1; }\n@@ int other() { return 1; }", "Unserved"));
    all.put("Hook", "final class Hook {\n@@ @OnStart void start() {} }");
    all.put(
        "Provider",
        "final class Provider {\n@@ @Provides static Thread thread() { return new Thread(); } }");
    all.put("Method", "final class Method {\n@@ void run() {} }");
    all.put("Constructor", "final class Constructor {\n@@ Constructor() {} }");
    all.put(
        "RecordMethod", "@Model record RecordMethod(int size) {\n@@ int more() { return 1; } }");
    all.put("Accessor", "@Model record Accessor(int size) {\n@@ public int size() { return 1; } }");
    all.put("Columned", "@Table record Columned(@Id long id,\n@@ long teamId) {}");
    all.put("Component", "@Model record Component(\n@@ long teamId) {}");
    all.put("Nested", "@Model record Nested(\n@@ Other other) {}");
    all.put("Seen", "@Projection(Team.class) record Seen(\n@@ int size) {}");
    all.put("Joined", "@Projection(Hero.class) record Joined(\n@@ Team team) {}");
    all.put("Setting", "@Settings record Setting(\n@@ int size) {}");
    all.put("Grouped", "@Query record Grouped(\n@@ int size) {}");
    all.put("Field", "final class Field {\n@@ int size; }");
    all.put("Constant", "enum Constant {\n@@ A }");
    all.putAll(parameters());
    return all;
  }

  private static Map<String, String> parameters() {
    var all = new LinkedHashMap<String, String>();
    all.put("Statement", "interface Statement {\n@@ int one(); }");
    all.put("Wrapped", "@Scalar record Wrapped(\n@@ int size) {}");
    all.put(
        "WrappedMethod", "@Scalar record WrappedMethod(int size) {\n@@ int more() { return 1; } }");
    all.put("Value", in("/d", "@Get int get(\n@@ int size) { return size; }", "Value"));
    all.put("Variable", in("/e", "@Get(\"/{n}\") int get(\n@@ int n) { return n; }", "Variable"));
    all.put("Sent", in("/f", "@Post int get(\n@@ List<Integer> all) { return 1; }", "Sent"));
    all.put("Group", in("/h", "@Get int get(\n@@ Sizes sizes) { return 1; }", "Group"));
    all.put("Service", in("/g", "@Get int get(\n@@ Thread thread) { return 1; }", "Service"));
    all.put("Parameter", "final class Parameter { void run(\n@@ int size) {} }");
    return all;
  }

  private static String in(String path, String method, String name) {
    return "@Routes(\"%s\") final class %s {\n%s\n}".formatted(path, name, method);
  }

  static List<String> annotations() throws IOException {
    try (var files = Files.list(API)) {
      return files
          .sorted()
          .filter(IdleAnnotationsTest::isAnnotation)
          .map(IdleAnnotationsTest::name)
          .toList();
    }
  }

  private static boolean isAnnotation(Path file) {
    try {
      return Files.readString(file).contains("public @interface ");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  @ParameterizedTest
  @MethodSource("annotations")
  void anAnnotationWorksWhereItStandsOrIsOneErrorOnItsLine(String annotation) throws IOException {
    var places = lines(annotation).keySet();

    assertThat(silent(annotation, said(annotation))).isEqualTo(works(annotation, places));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          By     | ('') |
          Column | ('') |
          Discriminator | ('') |
          FromPlugin | ('') |
          Name   | ({}) |
          Name   | ('') |
          Produces | (' ') |
          Tag    | ('') |
          Use    | ({}) |
          Was    | ('') |
          Guard  | ({}) |
          Name   | ({'n', 'm'}) | Columned Component Grouped Joined Leaf Nested Seen Sent Value
          Query  | ('q') | Sent Value
          Header | ('H') | Grouped Sent Value
          Cookie | ('c') | Grouped Sent Value
          """,
      quoteCharacter = '~')
  void whatAnAnnotationSaysDoesSomethingOrIsOneErrorOnItsLine(
      String annotation, String says, @Nullable String works) throws IOException {
    var said = "@dev.covet.api." + annotation + says.replace('\'', '"');

    assertThat(silent(annotation, said)).isEqualTo(places(works == null ? "" : works));
  }

  private static Set<String> places(String names) {
    return Stream.of(names.split(" ", -1))
        .filter(each -> !each.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The places of an annotation, each with the line where it stands. */
  private static Map<String, Long> lines(String annotation) {
    var lines = new TreeMap<String, Long>();
    PLACES.forEach((place, text) -> {
      if (!text.contains("@" + annotation) && !isElsewhere(annotation, place)) {
        lines.put(place, line(place, text));
      }
    });
    return lines;
  }

  /** The places where the compiler is silent; at each of the others it says one thing. */
  private Set<String> silent(String annotation, String said) throws IOException {
    var lines = lines(annotation);
    var units = new ArrayList<Unit>();
    PLACES.forEach((place, text) ->
        units.add(unit(place, text.replace("@@", lines.containsKey(place) ? said : ""))));
    COMMON.forEach(each -> units.add(unit(typeName(each), each)));

    var messages =
        new Compilation(folder, Emitter::emit).compile(units, "-Xlint:none", "-Xmaxerrs", "200");

    assertThat(messages.stream().collect(groupingBy(IdleAnnotationsTest::place)).values())
        .allSatisfy(each -> assertThat(each).hasSize(1));
    assertThat(messages)
        .filteredOn(each -> !each.text().startsWith("[COV-117]")) // said of the whole class
        .allSatisfy(
            each -> assertThat(each.line()).as(each.toString()).isEqualTo(lines.get(place(each))));
    var silent = new TreeSet<>(lines.keySet());
    messages.stream().map(IdleAnnotationsTest::place).forEach(silent::remove);
    return silent;
  }

  /** What takes a variable of the path from elsewhere is a mistake of the path, on its line. */
  private static boolean isElsewhere(String annotation, String place) {
    return place.equals("Variable")
        && Set.of("Body", "Cookie", "Form", "Header", "Provided", "Query").contains(annotation);
  }

  private static Set<String> works(String annotation, Set<String> places) {
    var all = WORKS.getOrDefault(annotation, "").replace("*", TYPES);
    var names = places(all);
    names.retainAll(places);
    return names;
  }

  private static String said(String annotation) {
    return "@dev.covet.api." + annotation + ATTRIBUTES.getOrDefault(annotation, "");
  }

  private static String place(Message message) {
    return message.file().replace(".java", "");
  }

  /** Below the line with the imports; a package stands above them. */
  private static long line(String place, String text) {
    var before = text.substring(0, text.indexOf("@@")).chars().filter(each -> each == '\n').count();
    return before + (place.equals("package-info") ? 1 : 2);
  }

  private static String typeName(String text) {
    return text.replaceAll("(?s).*?(?:record|class) (\\w+).*", "$1");
  }

  private static Unit unit(String name, String text) {
    var imports = "import dev.covet.api.*; import java.util.List;";
    return new Unit(
        "places/" + name + ".java",
        name.equals("package-info")
            ? text + "\n" + imports
            : "package places; " + imports + "\n" + text);
  }

  /** What the compiler refuses by itself, in one error of its own. */
  @ParameterizedTest
  @MethodSource("annotations")
  void elsewhereTheCompilerRefusesIt(String annotation) throws IOException {
    for (var text :
        List.of(
            "final class A { void run() { @@ int size = 1; } }",
            "final class A { <@@ T> void run(T t) {} }",
            "final class A { List<@@ String> all; }")) {
      var unit = unit("A", text.replace("@@", said(annotation)));
      var common =
          Stream.concat(
              Stream.of(unit), COMMON.stream().limit(4).map(each -> unit(typeName(each), each)));

      var messages = new Compilation(folder, Emitter::emit).compile(common.toList(), "-Xlint:none");

      assertThat(messages).singleElement().satisfies(each -> assertThat(each.line()).isEqualTo(2));
    }
  }
}

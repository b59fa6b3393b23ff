package dev.covet.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule that finds nothing would hold nothing: each is shown what it must find. */
class RulesTest {
  private static final String APP = "covet-core/src/main/java/dev/covet/app/Sample.java";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Thread.sleep(1)
          System.out.println()
          System.exit(1)
          Runtime.getRuntime().halt(1)
          Class.forName("x")
          Object.class.getDeclaredMethods()
          new ThreadLocal<String>()
          java.util.ServiceLoader.load(Sample.class)
          """)
  void callsThatAreBannedAreFound(String call) {
    var source =
        Sources.of(
            APP,
            "package dev.covet.app; final class Sample { void run() throws Exception { var x = "
                + call
                + "; } }");

    assertThat(new BannedCalls().findings(source)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"read%d(in)", "%1$d", "%,d", "%.2f", "took %dms", "%dx", "%tY"})
  void whatTheLocaleWouldChangeIsFound(String text) {
    var code = "package a; class Sample { String a = \"" + text + "\", b = \"100% %s\"; }";
    var path = "/java/dev/covet/Sample.java";

    assertThat(new SameEverywhere().findings(Sources.of("covet-core/src/main" + path, code)))
        .hasSize(1);
    assertThat(new SameEverywhere().findings(Sources.of("covet-core/src/test" + path, code)))
        .isEmpty();
  }

  @Test
  void testsMaySleep() {
    var source =
        Sources.of(
            "covet-core/src/test/java/ATest.java",
            "class ATest { void run() { Thread.sleep(1); } }");

    assertThat(new BannedCalls().findings(source)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          import dev.covet.app.App;
          import static dev.covet.app.App.start;
          """)
  void aPackageMayNotUseWhatIsOverIt(String use) {
    var source =
        Sources.of(
            "covet-core/src/main/java/dev/covet/web/http/A.java",
            "package dev.covet.web.http; " + use + " final class A {}");

    assertThat(new PackageOrder().findings(source))
        .hasSize(1)
        .first()
        .asString()
        .contains("dev.covet.app");
  }

  @Test
  void aPackageUsesWhatIsUnderIt() {
    var source =
        Sources.of(
            APP,
            "package dev.covet.app; import dev.covet.web.http.Request; final class A { dev.covet.api.Problem p; }");

    assertThat(new PackageOrder().findings(source)).isEmpty();
  }

  @Test
  void aNewPackageNeedsAPlace() {
    var source =
        Sources.of(
            "covet-core/src/main/java/dev/covet/odd/A.java",
            "package dev.covet.odd; final class A {}");

    assertThat(new PackageOrder().findings(source)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"io.netty.buffer.ByteBuf", "java.sql.Connection", "javax.lang.model.element.Element"})
  void librariesStayAtHome(String type) {
    var source =
        Sources.of(APP, "package dev.covet.app; import " + type + "; final class Sample {}");

    assertThat(new Homes().findings(source)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          static int count = 0
          private static final java.util.Map<String, String> MAP = new java.util.HashMap<>()
          static final byte[] BYTES = {1}
          private static final AtomicLong COUNT = new AtomicLong()
          """)
  void staticsThatChangeAreFound(String field) {
    var source = Sources.of(APP, "package dev.covet.app; final class Sample { " + field + "; }");

    assertThat(new MutableStatics().findings(source)).hasSize(1);
  }

  @Test
  void aConstantIsNoMutableStatic() {
    var source =
        Sources.of(
            APP,
            "final class A { static final int MAX = 3; private static final byte[] B = {1}; }");

    assertThat(new MutableStatics().findings(source)).isEmpty();
  }

  @Test
  void longMethodsManyParametersAndLongFilesAreFound() {
    var lines =
        IntStream.range(0, 41).mapToObj(i -> "int x" + i + ";").collect(Collectors.joining("\n"));
    var source =
        Sources.of(
            APP,
            "final class A { void a() {\n"
                + lines
                + "\n}\n void b(int a, int b, int c, int d, int e) {} }");
    var long401 = Sources.of(APP, "final class A {" + "\n".repeat(400) + "}");

    assertThat(new Sizes().findings(source)).hasSize(2);
    assertThat(new Sizes().findings(long401)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          final class A { A(int a, int b, int c, int d, int e, int f, int g) {} } | 1
          final class A { A(int a, int b, int c, int d, int e, int f) {} }        | 0
          record A(int a) { A(int a, int b, int c, int d, int e, int f, int g) { this(a); } } | 0
          """)
  void aConstructorOfAClassHasAtMostSixParameters(String type, int count) {
    assertThat(new Sizes().findings(Sources.of(APP, type))).hasSize(count);
  }

  @Test
  void aLongFileThatIsOneIdeaSaysSo() {
    var source =
        Sources.of(
            APP,
            "/**\n * A table.\n *\n * One idea: every row stands once.\n */\nfinal class A {"
                + "\n".repeat(400)
                + "}");

    assertThat(new Sizes().findings(source)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          for (;;) { if (a) { b(); } else if (c) { d(); } }         | 0
          for (;;) { if (a) { while (b) { c(); } } }                | 1
          try { for (;;) { if (a) b(); } } finally { c(); }         | 1
          if (a) { for (;;) { b(() -> { if (c) d(); }); } }         | 0
          if (a) { b(); } else if (c) { for (;;) { if (d) e(); } }  | 1
          if (a) { b(); } else { for (;;) { if (d) e(); } }         | 1
          """)
  void whatStandsMoreThanTwoLevelsDeepIsFound(String body, int count) {
    var source = Sources.of(APP, "final class A { void a() { " + body + " } }");

    assertThat(new Nesting().findings(source)).hasSize(count);
  }

  @Test
  void twoTypesOfOneNameAreFound() {
    var one = Sources.of(APP, "package dev.covet.app; final class View {}");
    var other =
        Sources.of(
            "covet-data/src/main/java/dev/covet/data/View.java",
            "package dev.covet.data; enum View {}");
    var annotation =
        Sources.of(
            "covet-model/src/main/java/dev/covet/api/View.java",
            "package dev.covet.api; @interface View {}");

    assertThat(new OneName(List.of(one, other, annotation)).findings(other)).hasSize(1);
    assertThat(new OneName(List.of(one, annotation)).findings(one)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          must be a text      | 1
          x is no number      | 1
          There is no command | 0
          must be a string    | 0
          """)
  void oddWordsInStringsAreFound(String text, int count) {
    var source = Sources.of(APP, "final class A { String a = \"" + text + "\"; }");

    assertThat(new PlainWords().findings(source)).hasSize(count);
  }

  @ParameterizedTest
  @CsvSource({
    "final class RouteManager",
    "final class AbstractRoute",
    "final class RouteImpl",
    "class Route"
  })
  void emptyNamesAndOpenClassesAreFound(String type) {
    assertThat(new Names().findings(Sources.of(APP, type + " {}"))).hasSize(1);
  }

  @Test
  void examplesNameNoInternals() {
    var source =
        Sources.of(
            "examples/heroes/src/main/java/heroes/A.java",
            "import dev.covet.base.inject.Scope; class A {}");

    assertThat(new ExamplesAreUsers().findings(source)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "import org.junit.jupiter.api.Disabled;",
    "import static org.junit.jupiter.api.Assumptions.assumeTrue;"
  })
  void skippedTestsAreFound(String use) {
    var source = Sources.of("covet-core/src/test/java/ATest.java", use + " class ATest {}");

    assertThat(new NoSkippedTests().findings(source)).hasSize(1);
  }

  @Test
  void aPackageWithoutNullMarkedIsFound() {
    var source =
        Sources.of(
            "covet-core/src/main/java/dev/covet/odd/package-info.java", "package dev.covet.odd;");

    assertThat(new NullMarked().findings(source)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"30, 0, 0", "31, 0, 1", "5, 5, 0", "6, 6, 1"})
  void packagesThatAreTooLargeAndCirclesInThemAreFound(int files, int circle, int found) {
    var sources =
        IntStream.range(0, files)
            .mapToObj(at ->
                Sources.of(
                    "covet-core/src/main/java/dev/covet/app/A%d.java".formatted(at),
                    "package dev.covet.app; final class A%d { %s }"
                        .formatted(
                            at, at < circle ? "A%d next;".formatted((at + 1) % circle) : "")))
            .toList();
    var rule = new Packages(sources);

    assertThat(sources.stream().flatMap(source -> rule.findings(source).stream())).hasSize(found);
  }

  @ParameterizedTest
  @CsvSource({"10, '', 0", "11, '', 1", "11, '/** One idea: a row. */', 0"})
  void aClassWithTooManyFieldsIsFound(int fields, String comment, int found) {
    var all =
        IntStream.range(0, fields)
            .mapToObj("int a%d;"::formatted)
            .collect(Collectors.joining(" ", "static int b; ", ""));
    var source = Sources.of(APP, comment + "\nfinal class A { " + all + " }");

    assertThat(new Sizes().findings(source)).hasSize(found);
  }
}

package dev.covet.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Writes the Javadoc of the public packages, which {@code ./covet docs} takes into its site. */
@Order(1) // it takes long
class JavadocTest {
  private static final Path FOLDER = Shell.root().resolve("covet-test/target/javadoc");
  private static final Pattern LINK = Pattern.compile("href=\"([^\"#:]*)#(type-param-\\w+)\"");

  @Test
  void javadocOfPublicPackagesIsBuiltWithoutAWarning() throws IOException {
    for (var old : pages()) Files.delete(old);
    var said = new StringWriter();

    var exit = javadoc().run(new PrintWriter(said), new PrintWriter(said), arguments());

    assertThat(said.toString()).isEmpty();
    assertThat(exit).isZero();
    assertThat(FOLDER.resolve("index.html")).exists();
    assertThat(linksToNothing()).isEmpty();
  }

  /** Where a record tells of its components but not of its type parameters, javadoc makes some. */
  private static Stream<String> linksToNothing() throws IOException {
    var texts = pages().stream().collect(Collectors.toMap(page -> page, JavadocTest::text));
    return texts.keySet().stream()
        .flatMap(page -> LINK.matcher(texts.get(page)).results().map(link -> target(page, link)))
        .filter(to -> texts.containsKey(to.page) && !texts.get(to.page).contains(to.anchor()))
        .map(to -> FOLDER.relativize(to.page) + "#" + to.id)
        .distinct();
  }

  private static Target target(Path page, MatchResult link) {
    var to = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1)).normalize();
    return new Target(to, link.group(2));
  }

  private record Target(Path page, String id) {
    String anchor() {
      return "id=\"" + id + '"';
    }
  }

  private static List<Path> pages() throws IOException {
    if (!Files.exists(FOLDER)) return List.of();
    try (var files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".html")).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ToolProvider javadoc() {
    return ToolProvider.findFirst("javadoc").orElseThrow();
  }

  private static String[] arguments() {
    var arguments =
        new ArrayList<>(
            List.of(
                "-quiet",
                "-Xdoclint:all,-missing",
                "-notimestamp",
                "-windowtitle",
                "Covet",
                "-doctitle",
                "Covet",
                "-header",
                "<a href=\"{@docRoot}/../index.html\" style=\"color: white\">Guides</a>",
                "-d",
                FOLDER.toString(),
                "-sourcepath",
                sources(),
                "-classpath",
                System.getProperty("java.class.path")));
    arguments.addAll(PublicApi.PACKAGES);
    return arguments.toArray(String[]::new);
  }

  private static String sources() {
    return Stream.of(
            "covet-model",
            "covet-core",
            "covet-data",
            "covet-security",
            "covet-resilience",
            "covet-idempotency",
            "covet-test")
        .map(module -> Shell.root().resolve(module).resolve("src/main/java"))
        .filter(Files::isDirectory)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}

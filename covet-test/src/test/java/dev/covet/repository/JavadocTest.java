package dev.covet.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Writes the Javadoc of the public packages, which {@code ./covet docs} takes into its site. */
@Order(1) // it takes long
class JavadocTest {
  private static final Path FOLDER = Shell.root().resolve("covet-test/target/javadoc");

  @Test
  void javadocOfPublicPackagesIsBuiltWithoutAWarning() {
    var said = new StringWriter();

    var exit = javadoc().run(new PrintWriter(said), new PrintWriter(said), arguments());

    assertThat(said.toString()).isEmpty();
    assertThat(exit).isZero();
    assertThat(FOLDER.resolve("index.html")).exists();
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

package dev.covet.cli.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code mvn verify} of the heroes with the {@code openapi.json} that lies beside them: by Maven
 * itself, outside of this build, with what this build has made.
 */
@Order(1) // it takes long
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MavenBuildTest {
  private static final Path ROOT = CompiledProject.ROOT;
  private static final String VERSION = "0.1.0-SNAPSHOT";
  private static final List<String> POMS = List.of("covet-bom", "covet-app", ".");
  private static final List<String> JARS =
      List.of(
          "covet-model",
          "covet-processor",
          "covet-core",
          "covet-data",
          "covet-test",
          "covet-cli",
          "covet-maven-plugin");

  private Path repository = Path.of("");

  /** How Maven ended, and what it said. */
  private record Built(int exit, String said) {}

  @BeforeAll
  void aRepositoryHasWhatThisBuildHasMade(@TempDir Path folder) throws IOException {
    repository = folder;
    for (var pom : POMS) install(pom.equals(".") ? "covet-parent" : pom, ROOT.resolve(pom), "pom");
    for (var module : JARS) {
      install(artifact(module), ROOT.resolve(module), "pom");
      install(artifact(module), ROOT.resolve(module), "jar");
    }
  }

  private static String artifact(String module) {
    return module.equals("covet-core") ? "covet" : module;
  }

  private void install(String artifact, Path module, String extension) throws IOException {
    var home = repository.resolve("dev/covet").resolve(artifact).resolve(VERSION);
    var file = Files.createDirectories(home).resolve(artifact + "-" + VERSION + "." + extension);
    if (extension.equals("pom")) {
      Files.copy(module.resolve("pom.xml"), file);
    } else {
      var classes = module.resolve("target/classes").toString();
      var jar = ToolProvider.findFirst("jar").orElseThrow();
      var exit = jar.run(System.out, System.err, "-cf", file.toString(), "-C", classes, ".");
      assertThat(exit).as(classes).isZero();
    }
  }

  /**
   * Builds the heroes, whose sources were edited: without the network, and with it if that fails.
   */
  private Built verify(Path folder, UnaryOperator<String> edit) throws Exception {
    var heroes = ROOT.resolve("examples/heroes");
    for (var file : files(heroes)) {
      var copy = folder.resolve(heroes.relativize(file).toString());
      Files.createDirectories(Objects.requireNonNull(copy.getParent()));
      Files.writeString(copy, edit.apply(Files.readString(file)));
    }
    var offline = maven(folder, "--offline");
    return offline.said().contains("in offline mode") ? maven(folder, "--batch-mode") : offline;
  }

  private static List<Path> files(Path heroes) throws IOException {
    try (var files = Files.walk(heroes)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(heroes.resolve("target")))
          .toList();
    }
  }

  private Built maven(Path folder, String option) throws Exception {
    var others =
        Stream.of("localRepository", "maven.repo.local.tail")
            .flatMap(name -> Stream.ofNullable(System.getProperty(name)))
            .collect(Collectors.joining(","));
    var command = new ArrayList<>(List.of(ROOT.resolve("mvnw").toString(), option, "-q"));
    command.addAll(
        List.of("-Dmaven.repo.local=" + repository, "-Dmaven.repo.local.tail=" + others));
    command.add("-Dmaven.repo.local.tail.ignoreAvailability=true");
    command.addAll(List.of("-Dmaven.test.skip=true", "verify"));
    var said = folder.resolve("said.txt");
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("MAVEN_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    builder.environment().remove("MAVEN_ARGS");
    var process = builder.start();
    try {
      process.getOutputStream().close();
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
      return new Built(process.exitValue(), Files.readString(said));
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aFieldThatIsRemovedFailsTheBuildWithWords(@TempDir Path folder) throws Exception {
    var built = verify(folder, source -> source.replace("    @NotBlank String secretName,\n", ""));

    assertThat(built.exit()).as(built.said()).isNotZero();
    assertThat(built.said())
        .contains("Breaks clients:", "GET /heroes: field [].secret_name of response 200 is gone")
        .contains("covet openapi --accept")
        .contains("covet:contract ended with exit code 1");
  }

  @Test
  void anOptionalFieldThatIsAddedPassesAndIsListed(@TempDir Path folder) throws Exception {
    var lib = Files.createDirectories(folder.resolve("target/lib"));
    Files.createFile(lib.resolve("slf4j-api-2.0.1.jar"));
    Files.createDirectories(lib.resolve("own/fonts"));
    var built =
        verify(
            folder,
            source ->
                source.replace(
                    "@Nullable @Min(0)", "@Nullable String motto,\n    @Nullable @Min(0)"));

    assertThat(built.exit()).as(built.said()).isZero();
    assertThat(built.said()).contains("field body.motto is new and optional");
    assertThat(folder.resolve("openapi.json"))
        .hasSameTextualContentAs(ROOT.resolve("examples/heroes/openapi.json"));
    assertThat(lib)
        .as("without the library's version of before")
        .isDirectoryContaining("glob:**slf4j-api-*.jar")
        .isDirectoryNotContaining("glob:**slf4j-api-2.0.1.jar");
    assertThat(lib.resolve("own/fonts")).isDirectory();
  }

  @Test
  void aFileThatIsBrokenFailsTheBuildInOneLine(@TempDir Path folder) throws Exception {
    var built =
        verify(
            folder, source -> source.replace("\n  \"info\": {", "\n<<<<<<< HEAD\n  \"info\": {"));

    assertThat(built.exit()).as(built.said()).isNotZero();
    assertThat(built.said().lines())
        .contains(
            "covet openapi: openapi.json:3:1 has a merge conflict (<<<<<<<). Mend it, or write it"
                + " anew: covet openapi --accept");
  }
}

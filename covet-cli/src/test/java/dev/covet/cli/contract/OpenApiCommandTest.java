package dev.covet.cli.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.cli.project.Project;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command, over the heroes as they are and as somebody changes them. */
class OpenApiCommandTest {
  @TempDir static Path shared;
  private static Path promised = Path.of("");
  private static Path heroes = Path.of("");

  @TempDir Path folder;

  /** What the command did. */
  private record Done(int code, String out, String err) {}

  @BeforeAll
  static void theHeroesArePromisedOnce() throws IOException {
    var project = CompiledProject.heroes(shared, source -> source);
    var done = run(project);
    heroes = project.classes();
    promised = shared.resolve("openapi.json");

    assertThat(done).isEqualTo(new Done(0, "openapi.json is written; commit it\n", ""));
  }

  private static Done run(Project project, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var code =
        OpenApiCommand.run(
            project,
            List.of(args),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Done(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static String withoutField(String source) {
    return source.replace("    @NotBlank String secretName,\n", "");
  }

  private static String tighter(String source) {
    return source.replace("@Max(10_000)", "@Max(150)");
  }

  private static String withField(String source) {
    return source.replace("@Nullable @Min(0)", "@Nullable String motto,\n    @Nullable @Min(0)");
  }

  /** The heroes, changed, with what they promised before. */
  private Project changed(UnaryOperator<String> edit) throws IOException {
    Files.copy(promised, file());
    return CompiledProject.heroes(folder, edit);
  }

  /** What the page shows, block by block. */
  private static String shown(int block) throws IOException {
    var page = Files.readString(CompiledProject.ROOT.resolve("docs/contract.md"));
    var blocks = Pattern.compile("```text\\n(.*?)```", Pattern.DOTALL).matcher(page);
    return blocks.results().skip(block).findFirst().orElseThrow().group(1);
  }

  /** The heroes as they are, in a folder of their own. */
  private Project unchanged() throws IOException {
    Files.copy(promised, file());
    return CompiledProject.in(folder, heroes);
  }

  private Path file() {
    return folder.resolve("openapi.json");
  }

  @Test
  void withoutAChangeTheFileIsUpToDateHoweverItIsFormatted() throws IOException {
    var project = unchanged();
    var formatted = Files.readString(file()).replace("\n", "\r\n").replace("  ", "\t");
    Files.writeString(file(), formatted);

    for (var options : List.of(List.of("--check"), List.of("--build"), List.<String>of())) {
      assertThat(run(project, options.toArray(String[]::new)))
          .isEqualTo(new Done(0, "openapi.json is up to date\n", ""));
    }
    assertThat(file()).hasContent(formatted);
  }

  @Test
  void aRemovedFieldFailsWithWordsUntilItIsAccepted() throws IOException {
    var project = changed(OpenApiCommandTest::withoutField);

    var done = run(project);

    assertThat(done.code()).isEqualTo(1);
    assertThat(done.err())
        .contains("openapi.json: ", " break clients", "covet openapi --accept")
        .contains(
            "POST /heroes: field secret_name of response 201 is gone; clients that read it find nothing")
        .contains("GET /heroes: field [].secret_name of response 200 is gone")
        .contains("field body.secret_name is gone; requests with it are still accepted");
    assertThat(file()).hasSameTextualContentAs(promised);
    assertThat(run(project, "--build")).isEqualTo(done);
    assertThat(run(project, "--check")).isEqualTo(done);

    var accepted = run(project, "--accept");

    assertThat(accepted.code()).isZero();
    assertThat(accepted.out()).contains("field secret_name of response 201 is gone");
    assertThat(file()).content().doesNotContain("secret_name");
    assertThat(run(project, "--check").code()).isZero();
  }

  @Test
  void aTighterConstraintFailsWithWords() throws IOException {
    var done = run(changed(OpenApiCommandTest::tighter));

    assertThat(done.code()).isEqualTo(1);
    assertThat(done.err())
        .startsWith(shown(0))
        .contains(
            "POST /heroes, PATCH /heroes/{id}: field body.age is now at most 150, was 10000;"
                + " requests with 151 to 10000 are refused");
    assertThat(file()).hasSameTextualContentAs(promised);
  }

  @Test
  void anOptionalFieldPassesAndIsListedAndWritten() throws IOException {
    var project = changed(OpenApiCommandTest::withField);

    assertThat(run(project, "--build"))
        .satisfies(done -> {
          assertThat(done.code()).isZero();
          assertThat(done.out())
              .contains("field body.motto is new and optional", "is not up to date");
        });
    assertThat(run(project, "--check"))
        .satisfies(done -> {
          assertThat(done.code()).isEqualTo(1);
          assertThat(done.err()).contains("openapi.json is not up to date");
        });
    assertThat(file()).hasSameTextualContentAs(promised);

    var done = run(project);

    assertThat(done.code()).isZero();
    assertThat(done.out())
        .isEqualTo(shown(1))
        .contains("POST /heroes, PATCH /heroes/{id}: field body.motto is new and optional")
        .endsWith("openapi.json is written\n");
    assertThat(file()).content().contains("motto");
    assertThat(run(project, "--check").code()).isZero();
  }

  @Test
  void anotherTextIsWrittenAndBreaksNobody() throws IOException {
    var project = changed(source -> source.replace("Adds a hero.", "Takes in a hero."));

    assertThat(run(project, "--check").code()).isEqualTo(1);
    assertThat(run(project).out())
        .isEqualTo("openapi.json: nothing has changed for clients\nopenapi.json is written\n");
    assertThat(file()).content().contains("Takes in a hero.");
  }

  @Test
  void aBrokenFileIsNamedAndCanBeReplaced() throws IOException {
    var project = unchanged();
    Files.writeString(file(), "{\n<<<<<<< HEAD\n");

    assertThat(run(project))
        .isEqualTo(
            new Done(
                1,
                "",
                "covet openapi: openapi.json:2:1 has a merge conflict (<<<<<<<). Mend it, or write it"
                    + " anew: covet openapi --accept\n"));
    assertThat(run(project, "--accept").code()).isZero();
    assertThat(run(project, "--check").code()).isZero();
  }

  @Test
  void examplesThatDifferAreNoFaultOfCheckAndAreWritten() throws IOException {
    var project = unchanged();
    var old = Files.readString(file()).replaceAll("\"age\":( ?)[0-9]+", "\"age\":$199");
    Files.writeString(file(), old);
    assertThat(old).isNotEqualTo(Files.readString(promised));

    for (var option : List.of("--check", "--build")) {
      assertThat(run(project, option)).isEqualTo(new Done(0, "openapi.json is up to date\n", ""));
    }
    assertThat(file()).hasContent(old);
    assertThat(run(project).out())
        .isEqualTo("openapi.json: nothing has changed for clients\nopenapi.json is written\n");
    assertThat(file()).hasSameTextualContentAs(promised);
  }

  @Test
  void aProgramThatWritesSomethingElseIsNamed() throws IOException {
    var project =
        CompiledProject.main(
            folder, "java.nio.file.Files.writeString(java.nio.file.Path.of(args[1]), \"{\");");

    assertThat(run(project).err())
        .startsWith("covet openapi: The program's OpenAPI document:1:2 ends too early");
  }

  @Test
  void aFolderInPlaceOfTheFileIsNamed() throws IOException {
    var project = unchanged();
    Files.delete(file());
    Files.createDirectory(file());
    Files.writeString(file().resolve("x"), "");

    assertThat(run(project).err()).startsWith("covet openapi: openapi.json cannot be read: ");
    assertThat(run(project, "--accept").err())
        .startsWith("covet openapi: openapi.json cannot be written: ");
  }

  @Test
  void aMissingFileIsAFaultOfCheckAndNoneOfABuild() throws IOException {
    var project = CompiledProject.main(folder, "");

    assertThat(run(project, "--build")).isEqualTo(new Done(0, "", ""));
    assertThat(run(project, "--check").code()).isEqualTo(1);
  }

  @Test
  void whatTheProgramSaysOfItsFailureIsPassedOn() throws IOException {
    var project = CompiledProject.main(folder, "throw new Exception(\"no luck\");");

    assertThat(run(project).err())
        .startsWith("covet openapi: The program ended with exit code 1. It said:\n")
        .contains("no luck");
  }

  @Test
  void aProgramThatKeepsItsArgumentsToItselfIsNamed() throws IOException {
    var project = CompiledProject.main(folder, "System.out.println(\"hello\");");

    assertThat(run(project).err())
        .startsWith("covet openapi: The program ended without writing its OpenAPI document;")
        .contains("hello");
  }

  @Test
  void aProjectThatIsNotCompiledIsNamed() throws IOException {
    var gone = folder.resolve("gone");
    var other = CompiledProject.in(folder, gone);

    assertThat(run(other).err())
        .isEqualTo("covet openapi: The project is not compiled: " + gone + " does not exist\n");
  }

  @Test
  void optionsThatItDoesNotKnowAreMisuse() throws IOException {
    var project = CompiledProject.main(folder, "");

    assertThat(run(project, "--acept").err())
        .startsWith("covet openapi: unknown options --acept\n\nUsage: covet openapi");
    assertThat(run(project, "--check", "--accept").code()).isEqualTo(2);
    assertThat(run(project, "--keep").code()).isEqualTo(2);
    assertThat(run(project, "--help")).isEqualTo(new Done(0, OpenApiCommand.HELP, ""));
  }
}

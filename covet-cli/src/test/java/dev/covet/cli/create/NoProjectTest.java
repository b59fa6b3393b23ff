package dev.covet.cli.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.cli.create.Toolbox.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script in a folder without a project, as {@link ScriptTest}. */
class NoProjectTest {
  private final Path temporary;
  private final Path script;
  private final Toolbox tools;

  NoProjectTest(@TempDir Path temporary) throws IOException {
    this.temporary = temporary;
    var project = temporary.resolve("made").resolve("shop");
    assertThat(NewCommand.create(project)).isEmpty();
    script = Files.copy(project.resolve("covet"), temporary.resolve("covet"));
    tools = new Toolbox(Files.createDirectory(temporary.resolve("tools")));
  }

  @Test
  void withoutAProjectThereIsNothingToBuild() throws Exception {
    assertThat(tools.run(temporary, Map.of(), script, "build"))
        .isEqualTo(
            new Run(
                1,
                "covet: no pom.xml in this folder, nor in one around it; ./covet new NAME makes a project\n"));
    assertThat(tools.run(temporary, Map.of(), script, "new", "stall").exit()).isZero();
    assertThat(tools.calls())
        .containsSubsequence(
            "java in " + temporary.toRealPath(), "dev.covet.cli.Cli", "new", "stall");
  }

  /** What it is compiled with stands in a project of the script's own. */
  @Test
  void aSingleFileNeedsNoProject() throws Exception {
    assertThat(tools.run(temporary, Map.of(), script, "dev", "Alone.java").exit()).isZero();
    try (var made = Files.find(temporary, 9, (path, _) -> path.endsWith("pom.xml"))) {
      assertThat(made.filter(path -> path.toString().contains("no-project")))
          .singleElement()
          .satisfies(pom ->
              assertThat(pom)
                  .content()
                  .contains("<artifactId>covet-app</artifactId>", "covet-data", "covet-security"));
    }
  }
}

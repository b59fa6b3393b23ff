package dev.covet.cli.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Where a project's description lies, and how it is written anew.
 *
 * @param command of a shell: asks the build tool for it, and says what is wrong with the POM; empty
 *     if nobody can be asked
 */
public record ProjectDescription(Path file, Optional<String> command) {
  private static final int SECONDS_MAX = 300;
  private static final int LINES_MAX = 40;

  /**
   * Writes it anew, and reads it.
   *
   * @throws IOException with what the build tool says, if it cannot
   */
  public Project again(Path folder) throws IOException, InterruptedException {
    if (command.isPresent()) ask(command.get(), folder);
    return Project.read(file);
  }

  private static void ask(String command, Path folder) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(List.of("sh", "-c", command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(said.lines().limit(LINES_MAX).collect(Collectors.joining("\n")));
    }
  }
}

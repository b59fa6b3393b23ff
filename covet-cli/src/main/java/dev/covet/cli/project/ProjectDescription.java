package dev.covet.cli.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Where a project's description lies, and how it is written anew.
 *
 * @param command of a shell: asks the build tool for it, and says what is wrong with the POM; empty
 *     if nobody can be asked
 * @param most how long that may take
 */
public record ProjectDescription(Path file, Optional<String> command, Duration most) {
  /** Enough for a build tool that first downloads libraries. */
  private static final Duration USUAL_MAX = Duration.ofMinutes(5);

  private static final int LINES_MAX = 40;

  /** A description that the build tool has five minutes for. */
  public ProjectDescription(Path file, Optional<String> command) {
    this(file, command, USUAL_MAX);
  }

  /**
   * Writes it anew, and reads it. If the thread is interrupted, the build tool is ended.
   *
   * @throws IOException with what the build tool says, if it cannot
   */
  public Project again(Path folder) throws IOException, InterruptedException {
    if (command.isPresent()) ask(command.get(), folder);
    return Project.read(file);
  }

  /**
   * When the build tool began to write it: a POM that is newer is not in it. The end of time if
   * there is none, so that nothing is newer.
   */
  public FileTime time() {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException _) {
      return FileTime.fromMillis(Long.MAX_VALUE);
    }
  }

  /** What it says goes through a file: a process that it leaves behind may keep a pipe open. */
  private void ask(String command, Path folder) throws IOException, InterruptedException {
    var said = Files.createTempFile("covet-describe", ".log");
    try {
      var process =
          new ProcessBuilder(List.of("sh", "-c", command))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      process.getOutputStream().close();
      if (!hasEnded(process)) {
        throw new IOException(
            "The build tool has not ended within " + most.toSeconds() + " s\n" + text(said));
      }
      if (process.exitValue() != 0) throw new IOException(text(said));
    } finally {
      Files.delete(said);
    }
  }

  private boolean hasEnded(Process process) throws InterruptedException {
    try {
      return process.waitFor(most.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      if (process.isAlive()) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }
  }

  private static String text(Path said) throws IOException {
    var text = new String(Files.readAllBytes(said), StandardCharsets.UTF_8);
    return text.lines().limit(LINES_MAX).collect(Collectors.joining("\n")).strip();
  }
}

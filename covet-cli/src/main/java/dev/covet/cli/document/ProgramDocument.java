package dev.covet.cli.document;

import dev.covet.cli.project.Project;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks a project's program for its OpenAPI document, in a process of its own. */
public final class ProgramDocument {
  /** Most bytes of what the program printed that are passed on: its end. */
  private static final int OUTPUT_BYTES_MAX = 16_384;

  /** What a program needs that was compiled with it. */
  private static final String PREVIEW = "--enable-preview";

  private final Project project;
  private final Duration wait;
  private @Nullable Process process;
  private volatile boolean hasEnded;

  /** A program that gets so long. */
  public ProgramDocument(Project project, Duration wait) {
    this.project = project;
    this.wait = wait;
  }

  /**
   * Lets the program write its document, and starts nothing else of it.
   *
   * @param file where to
   * @throws ContractFailure if it did not, with what it said instead
   */
  public void write(Path file) throws ContractFailure {
    if (!Files.isDirectory(project.classes())) {
      throw new ContractFailure(
          "The project is not compiled: " + project.classes() + " does not exist");
    }
    try {
      var said = Files.createTempFile(file.getParent(), "said", ".txt");
      run(file, said);
    } catch (IOException e) {
      throw new ContractFailure("The program cannot be started: " + e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new ContractFailure("Interrupted while the program wrote its OpenAPI document");
    }
  }

  private void run(Path file, Path said) throws IOException, InterruptedException, ContractFailure {
    var started = start(file, said);
    try {
      started.getOutputStream().close();
      if (!started.waitFor(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failure("did not write its OpenAPI document within " + wait.toSeconds() + " s", said);
      }
    } finally {
      end(started);
    }
    if (hasEnded) throw new ContractFailure("Ended while the program wrote its OpenAPI document");
    if (started.exitValue() != 0) {
      throw failure("ended with exit code " + started.exitValue(), said);
    }
    if (!Files.exists(file)) {
      throw failure(
          "ended without writing its OpenAPI document; its main method hands its arguments to"
              + " run(args)",
          said);
    }
  }

  private synchronized Process start(Path file, Path said) throws IOException, ContractFailure {
    if (hasEnded) throw new ContractFailure("Ended before the program was started");
    var started =
        new ProcessBuilder(command(file))
            .directory(project.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    process = started;
    return started;
  }

  /** Ends the program, and lets none be started any more: this process is being ended itself. */
  public synchronized void end() {
    hasEnded = true;
    if (process != null) end(process);
  }

  private List<String> command(Path file) {
    var path = new ArrayList<String>();
    path.add(project.classes().toString());
    project.libraries().forEach(each -> path.add(each.toString()));
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                String.join(File.pathSeparator, path)));
    if (project.options().contains(PREVIEW)) command.add(PREVIEW);
    if (!project.main().isEmpty()) command.add("-Dcovet.main=" + project.main());
    command.addAll(List.of("dev.covet.app.Launcher", "openapi", file.toString()));
    return command;
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }

  private static ContractFailure failure(String what, Path said) throws IOException {
    var output = end(said).strip();
    return new ContractFailure(
        "The program "
            + what
            + (output.isEmpty() ? "" : ". It said:\n" + output.indent(2).stripTrailing()));
  }

  /** The end of what the program printed. */
  private static String end(Path said) throws IOException {
    try (var file = new RandomAccessFile(said.toFile(), "r")) {
      var bytes = new byte[(int) Math.min(file.length(), OUTPUT_BYTES_MAX)];
      file.seek(file.length() - bytes.length);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}

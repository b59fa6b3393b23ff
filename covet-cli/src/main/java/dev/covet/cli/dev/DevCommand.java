package dev.covet.cli.dev;

import dev.covet.cli.project.Project;
import dev.covet.cli.project.ProjectDescription;
import dev.covet.cli.terminal.Terminal;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** {@code covet dev [FILE.java] [--SETTING VALUE ...]}. */
public final class DevCommand {
  private static final String DESCRIBE = "COVET_DESCRIBE";
  private static final int FAILED = 1;

  private DevCommand() {}

  /**
   * Runs the project in this folder, or a program of one file, until the process ends.
   *
   * @param arguments of the command line behind {@code dev}
   * @return the exit code
   */
  public static int run(List<String> arguments, PrintStream out, PrintStream err)
      throws InterruptedException {
    var file = Project.file();
    var terminal = new Terminal(out, isColoured());
    try {
      var described = Project.read(file);
      var isOneFile = !arguments.isEmpty() && arguments.getFirst().endsWith(".java");
      var project = isOneFile ? oneFile(described, arguments.getFirst()) : described;
      var more = isOneFile ? arguments.subList(1, arguments.size()) : arguments;
      return run(project, new ProjectDescription(file, command()), more, terminal);
    } catch (IOException e) {
      err.println("covet: " + e.getMessage());
      return FAILED;
    }
  }

  private static int run(
      Project project, ProjectDescription description, List<String> arguments, Terminal terminal)
      throws InterruptedException {
    var development = new Development(project, description, arguments, terminal);
    var end = Thread.ofPlatform().name("covet-dev-end").unstarted(development::close);
    Runtime.getRuntime().addShutdownHook(end);
    ProcessHandle.current().parent().ifPresent(script -> endsWith(script, development));
    return development.run();
  }

  /** Where the script is killed that started this, nobody but this could free the port any more. */
  static void endsWith(ProcessHandle script, Development development) {
    var _ = script.onExit().thenRun(development::close);
  }

  private static Project oneFile(Project libraries, String name) throws IOException {
    var file = Path.of(name).toAbsolutePath().normalize();
    if (!Files.isReadable(file)) throw new IOException(name + " is not there, or may not be read");
    return libraries.of(file);
  }

  private static Optional<String> command() {
    return Optional.ofNullable(System.getenv(DESCRIBE)).filter(text -> !text.isBlank());
  }

  /** As <a href="https://no-color.org">no-color.org</a> asks for it. */
  private static boolean isColoured() {
    var isRefused = !Objects.toString(System.getenv("NO_COLOR"), "").isEmpty();
    return !isRefused
        && Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }
}

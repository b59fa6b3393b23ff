package dev.covet.cli;

import dev.covet.cli.contract.OpenApiCommand;
import dev.covet.cli.create.NewCommand;
import dev.covet.cli.dev.DevCommand;
import dev.covet.cli.project.Project;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** The main class of the commands: {@code java -cp ... dev.covet.cli.Cli dev}. */
public final class Cli {
  /** Exit code of a command line that makes no sense. */
  static final int MISUSED = 2;

  private static final int FAILED = 1;

  private Cli() {}

  /**
   * Does what the first argument says, in the folder in which the process was started.
   *
   * @param args a command and what it takes
   */
  public static void main(String[] args) throws InterruptedException {
    System.exit(run(args, System.out, System.err));
  }

  static int run(String[] args, PrintStream out, PrintStream err) throws InterruptedException {
    var command = args.length == 0 ? "" : args[0];
    var rest = List.of(args).subList(Math.min(1, args.length), args.length);
    return switch (command) {
      case "dev" -> DevCommand.run(rest, out, err);
      case "new" -> NewCommand.run(rest, out, err);
      case "openapi" -> openApi(rest, out, err);
      default -> {
        err.println("covet: no command \"" + command + "\"; ./covet --help lists them");
        yield MISUSED;
      }
    };
  }

  private static int openApi(List<String> rest, PrintStream out, PrintStream err) {
    if (rest.contains("--help")) {
      out.print(OpenApiCommand.HELP);
      return 0;
    }
    try {
      return OpenApiCommand.run(Project.read(Project.file()), rest, out, err);
    } catch (IOException e) {
      err.println("covet: " + e.getMessage());
      return FAILED;
    }
  }
}

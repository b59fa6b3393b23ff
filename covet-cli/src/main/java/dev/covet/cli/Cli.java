package dev.covet.cli;

import java.io.PrintStream;

/** The main class of the commands: {@code java -cp ... dev.covet.cli.Cli dev}. */
public final class Cli {
  /** Exit code of a command line that makes no sense. */
  static final int MISUSED = 2;

  private Cli() {}

  /**
   * Does what the first argument says, in the folder in which the process was started.
   *
   * @param args a command and what it takes
   */
  public static void main(String[] args) {
    System.exit(run(args, System.out, System.err));
  }

  static int run(String[] args, PrintStream out, PrintStream err) {
    var command = args.length == 0 ? "" : args[0];
    return switch (command) {
      default -> {
        err.println("covet: no command \"" + command + "\"; ./covet --help lists them");
        yield MISUSED;
      }
    };
  }
}

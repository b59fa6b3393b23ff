package dev.covet.benchmarks;

import dev.covet.cli.dev.DevCommand;
import java.util.List;

/** {@code covet dev} of the project whose description the environment names. */
final class EditedProgram {
  /** The variable of the environment that names the description. */
  static final String PROJECT = "BENCH_PROJECT";

  private EditedProgram() {}

  static void main() throws InterruptedException {
    System.setProperty("covet.project", System.getenv(PROJECT));
    DevCommand.run(List.of(), System.out, System.err);
  }
}

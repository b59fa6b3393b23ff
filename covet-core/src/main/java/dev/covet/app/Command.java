package dev.covet.app;

import dev.covet.base.config.CommandLine;
import java.util.Set;

/**
 * What a program does instead of serving, if its command line begins with a word: {@code java -jar
 * heroes.jar migrate}. Plugins bring commands. The app is prepared then, not started: nothing is
 * open.
 *
 * @param name the word
 * @param summary what it does, for one line of {@code --help}
 * @param help what {@code --help} prints behind the word
 * @param options what it takes beside settings: {@code DRY_RUN} for {@code --dry-run}
 * @param action does it
 */
public record Command(
    String name, String summary, String help, Set<String> options, Action action) {
  /** Copies the options. */
  public Command {
    options = Set.copyOf(options);
  }

  /** What a command does. */
  @FunctionalInterface
  public interface Action {
    /**
     * Does it.
     *
     * @param line the whole command line, whose first word is the command
     * @return the exit code of the process
     * @throws Exception whatever goes wrong; the process ends with code 1
     */
    int run(CommandLine line, Output output) throws Exception;
  }

  /** Where a command says what it does. */
  public interface Output {
    /** Prints a line for people and scripts. */
    void print(String line);

    /** Prints what went wrong. */
    void fail(String line);
  }
}

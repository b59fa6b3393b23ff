package dev.covet.cli.compile;

import java.util.List;

/** How a compilation has ended. */
public sealed interface Compiled {
  /**
   * There are class files.
   *
   * @param files number of sources that were compiled
   */
  record Done(Outputs outputs, List<Mistake> warnings, int files) implements Compiled {}

  /** There are none; those of before stay as they were. */
  record Failed(List<Mistake> mistakes) implements Compiled {}
}

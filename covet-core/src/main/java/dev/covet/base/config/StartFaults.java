package dev.covet.base.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects whatever is wrong with wiring and settings while an app starts, so that one message
 * names all of it. Not thread-safe: a start is one thread.
 */
public final class StartFaults {
  private final List<String> faults = new ArrayList<>();

  /**
   * Notes one fault. The same text twice is one fault.
   *
   * @param fault what is wrong, then what would be right; one or two sentences
   */
  public void add(String fault) {
    if (!faults.contains(fault)) {
      faults.add(fault);
    }
  }

  /** Whether nothing is wrong so far. */
  public boolean isEmpty() {
    return faults.isEmpty();
  }

  /** Number of faults so far. */
  public int count() {
    return faults.size();
  }

  /** What is wrong so far, in the order in which it was found. */
  public List<String> list() {
    return List.copyOf(faults);
  }

  /**
   * Stops the start if anything is wrong.
   *
   * @throws StartFailure with every fault
   */
  public void orThrow() {
    if (!faults.isEmpty()) {
      throw new StartFailure(faults);
    }
  }
}

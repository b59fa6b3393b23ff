package dev.covet.base.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Collects whatever is wrong with wiring and settings while an app starts, so that one message
 * names all of it. Not thread-safe: a start is one thread.
 */
public final class StartFaults {
  private final List<String> faults = new ArrayList<>();
  private final Set<String> unset = new HashSet<>();
  private String part = "";

  /**
   * Notes one fault. The same text twice is one fault, also where a part of the app has it again.
   *
   * @param fault what is wrong, then what would be right; one or two sentences
   */
  public void add(String fault) {
    var told = told(part, fault);
    if (!faults.contains(fault) && !faults.contains(told)) faults.add(told);
  }

  /**
   * Does something whose faults are those of a part of the app, which their texts then name.
   *
   * @param name such as {@code The app at /tasks}
   */
  public <R> R of(String name, Supplier<R> work) {
    var around = part;
    part = name;
    try {
      return work.get();
    } finally {
      part = around;
    }
  }

  /**
   * Notes a setting that nobody set: as {@link #add}, but it hinders nothing that starts nothing.
   */
  void addUnset(String fault) {
    add(fault);
    unset.add(told(part, fault));
  }

  /**
   * Stops what needs no setting's value, such as writing the document of an app, if anything else
   * is wrong.
   *
   * @throws StartFailure with every other fault
   */
  public void orThrowUnlessUnset() {
    var others = faults.stream().filter(fault -> !unset.contains(fault)).toList();
    if (!others.isEmpty()) throw new StartFailure(others);
  }

  /** A fault of a part; of the whole app, where the part has no name. */
  static String told(String part, String fault) {
    return part.isEmpty() ? fault : part + ": " + fault;
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
    if (!faults.isEmpty()) throw new StartFailure(faults);
  }
}

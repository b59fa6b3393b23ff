package dev.covet.base.config;

import java.util.List;

/** Thrown when an app cannot start; its message names every fault, one a line. */
public final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // an immutable list of strings
  private final List<String> faults;

  private final boolean named;

  /** A start with these faults, at least one. */
  public StartFailure(List<String> faults) {
    this(faults, false);
  }

  private StartFailure(List<String> faults, boolean named) {
    super(message(faults));
    this.faults = List.copyOf(faults);
    this.named = named;
  }

  /** One fault is one line. */
  private static String message(List<String> faults) {
    return "The app cannot start:"
        + (faults.size() == 1 ? " " : "\n  ")
        + String.join("\n  ", faults);
  }

  /**
   * A start that one exception stopped, for its {@link Reason}.
   *
   * @param what what failed: {@code Heroes.fill failed}
   */
  public StartFailure(String what, Throwable cause) {
    this(List.of(sentence(what + ": " + Reason.of(cause))));
    initCause(cause);
  }

  /**
   * This as the failure of a part of the app, which every fault then names; of a part of that, if
   * it names one already.
   *
   * @param part such as {@code The app at /tasks}
   */
  public StartFailure of(String part) {
    if (named) return this;
    var told = faults.stream().map(each -> StartFaults.told(part, each)).toList();
    var failure = new StartFailure(told, true);
    failure.initCause(getCause());
    return failure;
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  /** What is wrong, in the order in which it was found. */
  public List<String> faults() {
    return faults;
  }
}

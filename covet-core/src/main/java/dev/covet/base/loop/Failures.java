package dev.covet.base.loop;

import org.jspecify.annotations.Nullable;

/** What becomes of several failures, where each of several things has to be done. */
public final class Failures {
  private Failures() {}

  /** Something that may fail. */
  @FunctionalInterface
  public interface Attempt {
    /** Does it. */
    void run() throws Exception;
  }

  /**
   * Does something, whatever failed before it.
   *
   * @return the earlier failure, with that of this as a suppressed one; that of this if there was
   *     none; null if there is none at all
   */
  public static @Nullable Throwable after(@Nullable Throwable earlier, Attempt attempt) {
    try {
      attempt.run();
      return earlier;
    } catch (Throwable failure) {
      if (failure instanceof InterruptedException) Thread.currentThread().interrupt();
      return earlier == null ? failure : both(earlier, failure);
    }
  }

  /** The first failure, with the second as a suppressed one, unless they are the same. */
  @SuppressWarnings("ReferenceEquality") // one that equals the first is another all the same
  public static Throwable both(Throwable first, Throwable second) {
    if (first != second) first.addSuppressed(second);
    return first;
  }

  /**
   * Throws a failure, if there is one.
   *
   * @throws IllegalStateException around a checked exception
   */
  public static void orThrow(@Nullable Throwable failure) {
    switch (failure) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }
}

package dev.covet.resilience;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Stands around calls, as one term has it. Thread-safe. */
interface Layer {
  /**
   * Makes the call, perhaps several times or not at all.
   *
   * @param progress of the whole call, which all its layers see
   */
  <T extends @Nullable Object> T call(Progress progress, Callable<T> inner) throws Exception;

  /** What layers tell each other of one call. Thread-safe. */
  final class Progress {
    private volatile boolean late;

    /** Notes that it was interrupted since its deadline has passed. */
    void late() {
      late = true;
    }

    boolean isLate() {
      return late;
    }
  }
}

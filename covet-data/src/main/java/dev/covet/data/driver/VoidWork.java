package dev.covet.data.driver;

/**
 * What is done in a transaction and gives nothing.
 *
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface VoidWork<X extends Exception> {
  /** Does it. */
  void run() throws X;

  /** The same as work that gives something. */
  default Work<Boolean, X> work() {
    return () -> {
      run();
      return true;
    };
  }
}

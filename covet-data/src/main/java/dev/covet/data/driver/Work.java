package dev.covet.data.driver;

/**
 * What is done in a transaction.
 *
 * @param <R> its result
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface Work<R, X extends Exception> {
  /** Does it. */
  R run() throws X;
}

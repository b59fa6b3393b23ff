package dev.covet.gen;

import dev.covet.base.inject.Scope;

/**
 * A method that runs at start, at stop, or when somebody asks how the app is.
 *
 * @param name what messages call it: {@code Heroes.seed}, or what a check is called
 * @param task what it does
 */
public record Hook(String name, Task task) {
  /** Runs in a scope of its own, with the services that a request would have. */
  @FunctionalInterface
  public interface Task {
    /**
     * Does what there is to do.
     *
     * @throws Exception whatever the method throws; at start it ends the start
     */
    void run(Scope scope) throws Exception;
  }
}

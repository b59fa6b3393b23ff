package dev.covet.base.inject;

import dev.covet.base.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Makes a service of one started app, in two steps, so that no service is made for a request that
 * is refused.
 *
 * @param <T> the service
 */
@FunctionalInterface
public interface Maker<T> {
  /**
   * Makes the service. One that is {@link AutoCloseable} is closed with its scope.
   *
   * @param scope the request's, or the app's for an app-wide service
   * @param bound what {@link #bind} gave
   */
  T make(Scope scope, @Nullable Object bound);

  /**
   * Reads what the service needs from the request itself; only for services of a request. Runs
   * before any service of the request is made, once per request.
   *
   * @param problems takes what is wrong with the request
   * @return the values read, for {@link #make}; null where there are none or they are wrong
   */
  default @Nullable Object bind(Scope scope, Problems problems) {
    return null;
  }
}

package dev.covet.web.auth;

import dev.covet.api.Unauthorized;
import dev.covet.web.http.Request;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who sends a request, by credentials of one kind. A plugin brings it with {@code
 * Setup.principal}; it is asked at most once for a request, and only where somebody wants to know.
 * Thread-safe.
 *
 * @param <P> the principal, a record that says {@code @Principal}
 */
public interface Authenticator<P> {
  /** How its credentials are sent; the same at every call. */
  SecurityScheme scheme();

  /**
   * Who sends a request.
   *
   * @return null if the request has no credentials of this kind; then others may be asked
   * @throws Unauthorized if it has some that do not hold; then no other is asked
   */
  @Nullable P authenticate(Request request) throws Unauthorized;

  /**
   * When credentials of this kind that held a moment ago end; WebSockets that were opened by them
   * are closed then. Empty if they do not end by themselves, or the request has none.
   *
   * @throws Unauthorized if they do not hold any more
   */
  default Optional<Instant> expires(Request request) throws Unauthorized {
    return Optional.empty();
  }
}

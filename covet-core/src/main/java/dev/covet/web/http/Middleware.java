package dev.covet.web.http;

import dev.covet.base.inject.Provider;
import java.util.Optional;

/**
 * Stands around a handler: sees each request on its way in and its response on the way out.
 *
 * <p>{@code next} never throws: what goes wrong further in comes back as a response, whose {@link
 * Response#fault} is the cause. What it throws itself becomes a response right there, so all
 * middleware further out applies to it. One that answers with another response than the one it was
 * given ends that one ({@link Response#end}). It is shared by all requests: keep nothing in it that
 * is not thread-safe.
 */
@FunctionalInterface
public interface Middleware {
  /** The response to a request, made by {@code next} or in its place. */
  Response handle(Request request, Handler next);

  /**
   * What it answers by itself, beside what comes from further in. Every operation within it
   * documents that; an answer that no document lists fails a test and is a warning in development.
   * Asked once for each start, when the app's services exist; one that is made for each request is
   * not asked.
   */
  default Answers answers() {
    return Answers.NONE;
  }

  /**
   * What makes it anew for each start of an app, for one that keeps something of a start, such as
   * counts: then that is asked in its place. Empty for one that keeps nothing.
   */
  default Optional<Provider<? extends Middleware>> ofStart() {
    return Optional.empty();
  }
}

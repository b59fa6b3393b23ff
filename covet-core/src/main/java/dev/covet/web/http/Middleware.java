package dev.covet.web.http;

import dev.covet.base.config.Config;
import dev.covet.base.config.StartFaults;
import dev.covet.base.inject.Provider;
import dev.covet.base.loop.Loops;
import dev.covet.schema.Operation;
import java.util.function.Function;
import java.util.function.Supplier;

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
   * An operation within it as documents tell it, beside its answers: with the header fields that it
   * reads and sets. Asked as {@link #answers} is.
   */
  default Operation documented(Operation inside) {
    return inside;
  }

  /**
   * Where an app has it that names no place. A router has its own middleware in the order of these
   * places, and within one place in the order in which it was named.
   */
  default MiddlewarePlace place() {
    return MiddlewarePlace.APP;
  }

  /**
   * This middleware as one start of an app has it: what has settings, or keeps something of a
   * start, such as counts, gives another middleware. Called once for each start and place where it
   * was named; one that the app makes by its class asks for that in its constructor instead.
   */
  default Middleware startedWith(Surroundings surroundings) {
    return this;
  }

  /**
   * What there is around a middleware when it is put into an app that starts.
   *
   * @param config the settings; the listing of {@code config} has all that are asked for
   * @param faults takes what is wrong; the app then does not start
   * @param loops the loops and pools of the app, once it is open
   * @param making has the app make a middleware that needs services
   */
  record Surroundings(
      Config config,
      StartFaults faults,
      Supplier<Loops> loops,
      Function<Provider<? extends Middleware>, Middleware> making) {}
}

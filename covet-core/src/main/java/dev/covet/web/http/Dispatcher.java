package dev.covet.web.http;

import dev.covet.base.loop.Trust;
import dev.covet.web.address.OpenConnection;
import java.util.List;
import java.util.function.Supplier;

/**
 * A started app, as a server sees it: a handler that knows beforehand which route will answer, and
 * that also answers what the server must keep from it.
 */
public interface Dispatcher extends Handler {
  /**
   * How far the route that will answer is trusted to leave an event loop free. Called on the loop
   * before {@link #handle}: it is quick, throws nothing and reads no body; what it finds out is
   * kept in the request.
   */
  Trust trust(Request request);

  /**
   * The error response for a request that is refused, through the same outer middleware as every
   * other: with its id, log line and headers, in the app's error format or the one that it asks
   * for.
   *
   * @param request what is known of it, without its body ({@link Request#withoutBody}): the method
   *     is {@code GET} and the target empty where nothing is
   */
  Response refuse(Request request, Refusal refusal);

  /**
   * Is told where requests come from, when a server begins to serve it.
   *
   * @param connections asks that server for its open connections; blocks for a moment
   */
  default void servedBy(Supplier<List<OpenConnection>> connections) {}
}

package dev.covet.web.http;

import dev.covet.base.loop.Trust;

/** A started app, as a server sees it: a handler that knows beforehand which route will answer. */
public interface Dispatcher extends Handler {
  /**
   * How far the route that will answer is trusted to leave an event loop free. Called on the loop
   * before {@link #handle}: it is quick, throws nothing and reads no body; what it finds out is
   * kept in the request.
   */
  Trust trust(Request request);
}

package dev.covet.web.http;

import dev.covet.base.loop.Trust;

/**
 * What an app has found for a request before its thread starts: a route, a mount, or what says that
 * there is nothing. It answers the request.
 */
public interface Found extends Handler {
  /** How far it is trusted to leave an event loop free. */
  Trust trust();

  /** The route that answers, as lists and log lines call it: {@code Heroes.create}. */
  default String route() {
    return trust().name();
  }

  /**
   * The path template of the route, {@code /heroes/{id}}, or that of a mount, {@code /inner/*};
   * empty if nothing has the path.
   */
  default String template() {
    return "";
  }

  /**
   * Answers in the place of the route, through the middleware before it that is not the whole
   * app's.
   *
   * @param answer makes the error response
   */
  default Response refuse(Request request, Handler answer) {
    return answer.handle(request);
  }

  /** Method and path of the route, {@code GET /heroes/{id}}; empty if it is none of this app. */
  default String operation() {
    return "";
  }
}

package dev.covet.app;

import dev.covet.base.loop.Trust;
import dev.covet.base.observe.StatementLog;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;

/**
 * A handler for every path below one.
 *
 * @param path without a slash at its end; empty for everything
 * @param handler gets requests for the rest of the path
 * @param trust of the handler, unless it is an app, which has one for each route
 */
record Mount(String path, Handler handler, Trust trust) {
  /** What the handler answered, so that it is ended whatever becomes of it further out. */
  record Answer(Response response) {}

  static Mount at(String path, Handler handler) {
    return new Mount(path, handler, new Trust("mount " + path, false));
  }

  boolean covers(String requestPath) {
    return requestPath.startsWith(path)
        && (requestPath.length() == path.length() || requestPath.charAt(path.length()) == '/');
  }

  Trust trust(Request request) {
    return handler instanceof RunningApp app ? app.trust(inner(request)) : trust;
  }

  Response handle(Request request) {
    var response = handler.handle(inner(request));
    request.attach(new Answer(response));
    return response;
  }

  private Request inner(Request request) {
    var rest = request.path().substring(path.length());
    var query = request.query();
    var inner =
        request.withTarget((rest.isEmpty() ? "/" : rest) + (query.isEmpty() ? "" : "?" + query));
    var statements = request.attachment(StatementLog.class);
    if (statements != null) inner.attach(statements);
    return inner;
  }
}

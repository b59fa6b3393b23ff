package dev.covet.app.route;

import dev.covet.base.loop.Trust;
import dev.covet.web.file.StaticFiles;
import dev.covet.web.http.Dispatcher;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;

/**
 * A handler for every path below one.
 *
 * @param path without a slash at its end; empty for everything
 * @param handler gets requests for the rest of the path
 * @param trust of the handler, unless it is an app, which has one for each route
 */
public record Mount(String path, Handler handler, Trust trust) {
  public static Mount at(String path, Handler handler) {
    return new Mount(path, handler, new Trust("mount " + path, false));
  }

  boolean covers(String requestPath) {
    return requestPath.startsWith(path)
        && (requestPath.length() == path.length() || requestPath.charAt(path.length()) == '/');
  }

  Trust trust(Request request) {
    return handler instanceof Dispatcher app ? app.trust(inner(request)) : trust;
  }

  Response handle(Request request) {
    return handler instanceof StaticFiles && isFolder(request)
        ? StaticFiles.toFolder(path.substring(path.lastIndexOf('/') + 1), request)
        : handler.handle(inner(request));
  }

  /** Whether the links of a page there would lead to what lies beside the mount. */
  private boolean isFolder(Request request) {
    var isRead = request.method() == Method.GET || request.method() == Method.HEAD;
    return isRead && !path.isEmpty() && request.path().length() == path.length();
  }

  private Request inner(Request request) {
    var rest = request.path().substring(path.length());
    var query = request.query();
    return request.mounted((rest.isEmpty() ? "/" : rest) + (query.isEmpty() ? "" : "?" + query));
  }
}

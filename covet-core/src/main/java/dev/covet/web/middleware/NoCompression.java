package dev.covet.web.middleware;

import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;

/** What {@code @NoCompress} puts around a route: its answers are sent as they are. */
public final class NoCompression implements Middleware {
  @Override
  public Response handle(Request request, Handler next) {
    request.context().leavePlain();
    return next.handle(request);
  }
}

package dev.covet.web.middleware;

import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.message.ClientGone;

/**
 * What {@code @Uninterrupted} puts around a route: its handler runs to its end without its client,
 * too, or does not begin.
 */
public final class RunToEnd implements Middleware {
  @Override
  public Response handle(Request request, Handler next) {
    if (!request.context().runsToEnd()) throw new ClientGone("Left before the handler began");
    return next.handle(request);
  }
}

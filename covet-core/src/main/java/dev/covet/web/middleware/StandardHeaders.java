package dev.covet.web.middleware;

import dev.covet.web.http.Handler;
import dev.covet.web.http.Headers;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;

/**
 * Says with every response how long it may be kept and that its type is to be believed. What a
 * handler has set itself stays; errors and answers with tokens in them are kept by nobody, answers
 * to credentials, and those of a route that asks who sends a request, by their client.
 */
public final class StandardHeaders implements Middleware {
  private static final Headers PUBLIC = with("max-age=0");
  private static final Headers PRIVATE = with("private, max-age=0");
  private static final Headers UNKEPT = with("no-store");

  private static Headers with(String cacheControl) {
    return Headers.of("Cache-Control", cacheControl, "X-Content-Type-Options", "nosniff");
  }

  @Override
  public Response handle(Request request, Handler next) {
    var response = next.handle(request);
    var isKeptByNobody = response.status() >= 400 || request.context().isSecret();
    return response.withMissing(isKeptByNobody ? UNKEPT : success(request));
  }

  private static Headers success(Request request) {
    var headers = request.headers();
    return request.terms().isPersonal() || headers.has("Authorization") || headers.has("Cookie")
        ? PRIVATE
        : PUBLIC;
  }
}

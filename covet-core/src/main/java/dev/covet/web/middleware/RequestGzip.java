package dev.covet.web.middleware;

import dev.covet.base.config.Config;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.MiddlewarePlace;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.message.InflatedBody;
import java.util.List;
import java.util.Optional;

/**
 * Takes bodies that come by gzip (RFC 9110, 8.4), which are 415 otherwise. Every app has it whose
 * setting {@code requestGzip} is {@code on}. Limits of bodies are those of the inflated bytes;
 * {@code inflateRatioMax} says how many times as long they may be. The JDK inflates, so that what a
 * client sends reaches no native code but the JDK's own. Immutable and thread-safe.
 */
public final class RequestGzip implements Middleware {
  private static final String CODING = "Content-Encoding";
  private static final int RATIO_MAX = 100;

  private final int ratioMax;

  private RequestGzip(int ratioMax) {
    this.ratioMax = ratioMax;
  }

  /** What the setting {@code REQUEST_GZIP} says; empty unless that is {@code on}. */
  public static Optional<RequestGzip> from(Config config) {
    var ratioMax = config.limits().count("inflateRatioMax", RATIO_MAX);
    return config
        .setting("REQUEST_GZIP")
        .orElse("off")
        .asChoice(
            List.of("on", "off"),
            List.of(Optional.of(new RequestGzip(ratioMax)), Optional.empty()));
  }

  @Override
  public MiddlewarePlace place() {
    return MiddlewarePlace.COMPRESSION;
  }

  @Override
  public Response handle(Request request, Handler next) {
    var codings = request.headers().elements(CODING);
    var isGzip =
        codings.size() == 1
            && (codings.getFirst().equalsIgnoreCase("gzip")
                || codings.getFirst().equalsIgnoreCase("x-gzip"));
    if (!isGzip) return next.handle(request);
    request.decode(body -> new InflatedBody(body, ratioMax));
    return next.handle(request.withHeader(CODING, "identity"));
  }
}

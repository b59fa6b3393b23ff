package dev.covet.web.middleware;

import dev.covet.api.BadRequest;
import dev.covet.api.Mode;
import dev.covet.web.address.Authority;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.MiddlewarePlace;
import dev.covet.web.http.PublicUrl;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends clients that ask by plain HTTP to HTTPS: 308, so that method and body stay the same. Behind
 * a proxy that ends TLS it believes that of the scheme, if the setting {@code trustedProxies} names
 * it. Outside production it does nothing, nor to {@link HealthPaths}. Immutable and thread-safe.
 */
public final class HttpsRedirect implements Middleware {
  private static final String HTTPS = "https";

  private final boolean isOn;
  private final @Nullable PublicUrl url;

  private HttpsRedirect(boolean isOn, @Nullable PublicUrl url) {
    this.isOn = isOn;
    this.url = url;
  }

  /**
   * To what the setting {@code publicUrl} says; without it, to the host that was asked, at the
   * usual port: then the setting {@code trustedHosts} should say which hosts there are.
   */
  public static HttpsRedirect standard() {
    return new HttpsRedirect(true, null);
  }

  @Override
  public MiddlewarePlace place() {
    return MiddlewarePlace.COMPRESSION; // within CORS: pages may follow
  }

  @Override
  public Middleware startedWith(Surroundings surroundings) {
    var config = surroundings.config();
    var isSaid = config.text("PUBLIC_URL").filter(it -> it.startsWith(HTTPS + ":")).isPresent();
    return new HttpsRedirect(
        config.mode() == Mode.PRODUCTION, isSaid ? PublicUrl.from(config) : null);
  }

  @Override
  public Response handle(Request request, Handler next) {
    var isRefused = request.context().refusal() != null;
    if (!isOn || isRefused || request.scheme().equals(HTTPS) || HealthPaths.isOne(request)) {
      return next.handle(request);
    }
    var host = Authority.host(request.authority());
    if (host.isEmpty()) throw new BadRequest("Ask by HTTPS");
    var path = request.path().equals("*") ? "" : request.path();
    var query = request.query().isEmpty() ? "" : "?" + request.query();
    var base = url == null ? "https://" + host : url.toString();
    return Response.redirect(base + path + query).withStatus(308);
  }
}

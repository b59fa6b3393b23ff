package dev.covet.web.middleware;

import dev.covet.api.NotFound;
import dev.covet.base.config.Config;
import dev.covet.web.address.Cidr;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.MiddlewarePlace;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * Lets in whoever runs an app: by the token of the setting {@code MANAGEMENT_TOKEN} (RFC 6750,
 * 2.1), or from a loopback or private address (RFC 1918, RFC 4193) and for nobody else, as no proxy
 * asks. For all others nothing is there. Immutable and thread-safe.
 */
public final class Management implements Middleware {
  /** The shortest token, in characters. */
  private static final int TOKEN_CHARS_MIN = 32;

  private static final String BEARER = "Bearer ";

  private static final List<Cidr> INSIDE =
      Cidr.list("127.0.0.0/8,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,::1,fc00::/7").blocks();

  /** What proxies write, trusted or not; any of them says that there is one. */
  private static final List<String> FORWARDING =
      List.of(
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Real-IP",
          "Via");

  private final Optional<byte[]> token;

  private Management(Optional<byte[]> token) {
    this.token = token;
  }

  /** As the settings of a start say. */
  public static Management from(Config config) {
    var setting = config.setting("MANAGEMENT_TOKEN");
    if (!setting.isGiven()) return new Management(Optional.empty());
    var text = setting.asSecret().value();
    if (text.length() < TOKEN_CHARS_MIN) {
      setting.problem("too_short", "must have at least " + TOKEN_CHARS_MIN + " characters");
    }
    return new Management(Optional.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public MiddlewarePlace place() {
    return MiddlewarePlace.ROUTE;
  }

  @Override
  public Response handle(Request request, Handler next) {
    if (!hasToken(request) && !isNear(request)) {
      throw new NotFound("There is nothing at this path");
    }
    return next.handle(request);
  }

  private boolean hasToken(Request request) {
    var said = request.header("Authorization").orElse("");
    return token.isPresent()
        && said.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && MessageDigest.isEqual(
            token.get(), said.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isNear(Request request) {
    var address = request.peer().getAddress();
    return address != null
        && Cidr.contains(INSIDE, address)
        && FORWARDING.stream().noneMatch(request.headers()::has);
  }
}

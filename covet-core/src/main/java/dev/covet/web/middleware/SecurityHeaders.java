package dev.covet.web.middleware;

import dev.covet.web.http.Handler;
import dev.covet.web.http.Headers;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.MiddlewarePlace;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;

/**
 * Says with every response what browsers must not do with it. What a handler has set itself stays,
 * so that a page may have a policy of its own. Immutable and thread-safe.
 *
 * <p>{@code Content-Security-Policy}: a page loads its own files and nothing else, all else loads
 * nothing; nobody frames either, for which {@code X-Frame-Options} stands, too. {@code
 * Referrer-Policy}: other sites are not told where their visitors come from. {@code
 * Cross-Origin-Opener-Policy}: other windows do not reach its. {@code Strict-Transport-Security},
 * only by HTTPS: from now on by that alone, for as long as the setting {@code hstsSeconds} says, a
 * year unless it is set.
 */
public final class SecurityHeaders implements Middleware {
  private static final String PAGE =
      "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
  private static final String DATA = "default-src 'none'; frame-ancestors 'none'";
  private static final int YEAR_SECONDS = 31_536_000;

  private final String page;
  private final String hsts;
  private final Headers ofPages;
  private final Headers ofData;

  private SecurityHeaders(String page, String hsts) {
    this.page = page;
    this.hsts = hsts;
    this.ofPages = with(page);
    this.ofData = with(DATA);
  }

  private static Headers with(String policy) {
    return Headers.of(
        "Content-Security-Policy", policy,
        "X-Frame-Options", "DENY",
        "Referrer-Policy", "no-referrer",
        "Cross-Origin-Opener-Policy", "same-origin",
        "X-Content-Type-Options", "nosniff");
  }

  /** Those that are right for an API and its pages. */
  public static SecurityHeaders standard() {
    return new SecurityHeaders(PAGE, "max-age=" + YEAR_SECONDS);
  }

  /**
   * These with another policy of HTML pages that have none of their own.
   *
   * @param policy the value of {@code Content-Security-Policy}
   */
  public SecurityHeaders pagePolicy(String policy) {
    return new SecurityHeaders(policy, hsts);
  }

  @Override
  public MiddlewarePlace place() {
    return MiddlewarePlace.HEADERS;
  }

  @Override
  public Middleware startedWith(Surroundings surroundings) {
    var seconds = surroundings.config().limits().count("hstsSeconds", YEAR_SECONDS);
    return new SecurityHeaders(page, "max-age=" + seconds);
  }

  @Override
  public Response handle(Request request, Handler next) {
    var response = next.handle(request);
    var isPage = response.header("Content-Type").orElse("").startsWith("text/html");
    var said = response.withMissing(isPage ? ofPages : ofData);
    return request.scheme().equals("https") && !said.headers().has("Strict-Transport-Security")
        ? said.withHeader("Strict-Transport-Security", hsts)
        : said;
  }
}

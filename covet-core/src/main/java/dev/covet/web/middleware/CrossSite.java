package dev.covet.web.middleware;

import dev.covet.api.Forbidden;
import dev.covet.base.config.Config;
import dev.covet.web.http.Answers;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Refuses what pages of other sites have a browser send in its user's name: it adds cookies and
 * passwords by itself (CSRF). Safe methods pass; so does what carries no such credentials and does
 * not come from another site, and a token behind {@code Bearer}, which no browser adds. A password
 * without {@code Origin} is a program's: browsers say where an unsafe request comes from (Fetch
 * Standard, 3.1). Immutable and thread-safe.
 *
 * @param guards which requests are looked at
 * @param origins other origins whose pages may, such as {@code https://app.example.org}
 */
public record CrossSite(Predicate<Request> guards, Set<String> origins) implements Middleware {
  private static final Set<String> SAME = Set.of("same-origin", "none");

  /** Copies the origins. */
  public CrossSite {
    origins = Set.copyOf(origins);
  }

  /** For an app whose users sign in by cookies: all that is unsafe, a login too. */
  public static CrossSite ofCookies(List<String> origins) {
    return new CrossSite(_ -> true, Set.copyOf(origins));
  }

  /** For an app whose users sign in by passwords: what comes with one. */
  public static CrossSite ofPasswords(List<String> origins) {
    return new CrossSite(CrossSite::hasPassword, Set.copyOf(origins));
  }

  /** For an app whose settings ask clients for certificates, which browsers show by themselves. */
  public static Optional<CrossSite> from(Config config) {
    return config
        .text("TLS_CLIENT_AUTH")
        .filter(each -> !each.equals("none"))
        .map(_ -> new CrossSite(request -> request.certificate().isPresent(), Set.of()));
  }

  @Override
  public CrossSite startedWith(Surroundings surroundings) {
    origins.stream()
        .sorted()
        .filter(each -> !Cors.isOrigin(each))
        .map(each -> Cors.noOrigin("origins", each))
        .forEach(surroundings.faults()::add);
    return this;
  }

  @Override
  public Response handle(Request request, Handler next) {
    if (!request.method().isSafe() && guards.test(request) && !isOwn(request)) {
      throw new Forbidden("A page of another site must not send this");
    }
    return next.handle(request);
  }

  private boolean isOwn(Request request) {
    var origin = request.header("Origin");
    if (origin.filter(origins::contains).isPresent()) return true;
    var site = request.header("Sec-Fetch-Site");
    if (site.isPresent()) return SAME.contains(site.get()) || isByToken(request);
    if (origin.isPresent()) return request.isOfOrigin(origin.get()) || isByToken(request);
    return !request.headers().has("Cookie");
  }

  /** What no browser adds by itself. */
  private static boolean isByToken(Request request) {
    var sent = request.header("Authorization").orElse("");
    return !sent.isEmpty() && !isBasic(sent) && !request.headers().has("Cookie");
  }

  private static boolean hasPassword(Request request) {
    return request.header("Authorization").filter(CrossSite::isBasic).isPresent();
  }

  private static boolean isBasic(String sent) {
    return sent.regionMatches(true, 0, "Basic", 0, "Basic".length());
  }

  @Override
  public Answers answers() {
    return Answers.of(Forbidden.class);
  }
}

package dev.covet.security;

import dev.covet.api.BadRequest;
import dev.covet.app.Plugin;
import dev.covet.app.Setup;
import dev.covet.base.inject.Maker;
import dev.covet.base.inject.Provider;
import dev.covet.base.inject.Wiring;
import dev.covet.base.limit.LimitSource;
import dev.covet.data.Session;
import dev.covet.gen.MappedTable;
import dev.covet.gen.PrincipalPart;
import dev.covet.web.auth.Authenticator;
import dev.covet.web.auth.SecurityScheme;
import dev.covet.web.bind.Bind;
import dev.covet.web.http.Answers;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestCookies;
import dev.covet.web.http.Response;
import dev.covet.web.middleware.CrossSite;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs users in by a cookie, for pages of the app's own site: {@code
 * Covet.app().install(CookieSessions.of(Me.class))}. {@link CookieSession} begins and ends a
 * session, which is a row of the table {@code sign_ins}: the cookie's hash, and who it is. It ends
 * after 30 minutes without a request ({@code SESSION_IDLE_MINUTES}), and after 12 hours ({@code
 * SESSION_HOURS_MAX}).
 *
 * <p>The cookie is sent over TLS alone, for this host alone, and no script reads it. Unsafe
 * requests from pages of other sites are refused with 403. Immutable.
 *
 * @param <P> who is signed in: a record that says {@code @Principal}
 */
public final class CookieSessions<P> implements Plugin {
  /** The prefix has browsers take it from this host alone, over TLS (RFC 6265bis, 4.1.3). */
  static final String COOKIE = "__Host-session";

  private static final SecurityScheme SCHEME = SecurityScheme.apiKey("session", "cookie", COOKIE);

  private static final int IDLE_MINUTES = 30;
  private static final int HOURS_MAX = 12;
  private static final int MINUTES_MOST = 31 * 24 * 60;
  private static final int HOURS_MOST = 366 * 24;

  private final Class<P> type;
  private final List<String> origins;

  private CookieSessions(Class<P> type, List<String> origins) {
    this.type = type;
    this.origins = origins;
  }

  /** Sessions of these users. */
  public static <P> CookieSessions<P> of(Class<P> type) {
    return new CookieSessions<>(type, List.of());
  }

  /**
   * This with other origins whose pages may send unsafe requests.
   *
   * @param origins such as {@code https://app.example.org}
   */
  public CookieSessions<P> origins(String... origins) {
    return new CookieSessions<>(type, List.of(origins));
  }

  @Override
  public List<MappedTable> ownTables() {
    return List.of(StoredSignInTable.STORED_SIGN_IN);
  }

  @Override
  public void install(Setup setup) {
    bring(setup, SCHEME);
  }

  /**
   * Brings it to a start, under a description of the plugin that begins the sessions.
   *
   * @return what was generated for the principal, if it is one
   */
  Optional<PrincipalPart<P>> bring(Setup setup, String description) {
    return bring(setup, SCHEME.describedAs(description));
  }

  private Optional<PrincipalPart<P>> bring(Setup setup, SecurityScheme scheme) {
    setup.refuseOpenRoutes();
    setup.use(CrossSite.ofCookies(origins));
    setup.use(new OneCookie());
    var life = life(setup.config().limits());
    var part = setup.principal(type);
    part.ifPresent(found -> {
      var signIns = new SignIns<>(found, "session", life, setup.clock());
      setup.principal(type, wiring -> byCookie(scheme, signIns, wiring));
      setup.provide(Provider.request(CookieSession.class, wiring -> session(signIns, wiring)));
    });
    return part;
  }

  private static SignIns.Life life(LimitSource limits) {
    return new SignIns.Life(
        Duration.ofMinutes(limits.count("sessionIdleMinutes", IDLE_MINUTES, MINUTES_MOST)),
        Duration.ofHours(limits.count("sessionHoursMax", HOURS_MAX, HOURS_MOST)));
  }

  private static <P> Authenticator<P> byCookie(
      SecurityScheme scheme, SignIns<P> signIns, Wiring wiring) {
    var db = wiring.slotOrElse(NoDatabase.PROVIDER);
    return new Authenticator<>() {
      @Override
      public SecurityScheme scheme() {
        return scheme;
      }

      private Optional<P> who(SignInKey key, Session db) {
        return signIns.use(key, db).flatMap(signIns::who);
      }

      // a session that has ended is none: a public page stays open to whoever still has it
      @Override
      public @Nullable P authenticate(Request request) {
        var scope = Bind.scope(request);
        return sent(request).flatMap(key -> who(key, db.get(scope))).orElse(null);
      }
    };
  }

  private static Maker<CookieSession> session(SignIns<?> signIns, Wiring wiring) {
    var db = wiring.slotOrElse(NoDatabase.PROVIDER);
    return (scope, _) -> new CookieSession(signIns, (Request) scope.subject(), () -> db.get(scope));
  }

  /** The key in a request's cookie. */
  static Optional<SignInKey> sent(Request request) {
    var sent = RequestCookies.of(request.headers()).all(COOKIE);
    return sent.stream().findFirst().flatMap(SignInKey::parse);
  }

  /** Refuses the cookie twice: one of them was put there by somebody else. */
  private record OneCookie() implements Middleware {
    @Override
    public Response handle(Request request, Handler next) {
      if (RequestCookies.of(request.headers()).all(COOKIE).size() > 1) {
        throw new BadRequest("The cookie " + COOKIE + " must be there once");
      }
      return next.handle(request);
    }

    @Override
    public Answers answers() {
      return Answers.of(BadRequest.class);
    }
  }
}

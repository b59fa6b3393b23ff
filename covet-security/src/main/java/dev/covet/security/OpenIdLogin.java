package dev.covet.security;

import dev.covet.api.Forbidden;
import dev.covet.api.Unauthorized;
import dev.covet.app.Plugin;
import dev.covet.app.Setup;
import dev.covet.gen.MappedTable;
import dev.covet.gen.PrincipalPart;
import dev.covet.security.openid.OpenIdClient;
import dev.covet.security.openid.OpenIdIssuer;
import java.time.Duration;
import java.util.List;

/**
 * Signs users in at another issuer by OpenID Connect (authorization code with PKCE), and keeps them
 * signed in by a cookie of the app: {@code Covet.app().install(OpenIdLogin.of(Me.class,
 * "https://id.example.org", Guild::signIn))}. It brings {@link CookieSessions} and three routes:
 *
 * <ul>
 *   <li>{@code GET /login} leads to the issuer; {@code /login?returnTo=/orders} leads to that path
 *       afterwards, or to a host of the setting {@code redirectHosts}
 *   <li>{@code GET /login/callback} takes who comes back; the issuer has to know its whole address,
 *       which the setting {@code PUBLIC_URL} begins
 *   <li>{@code POST /logout} ends the session
 * </ul>
 *
 * <p>The issuer gives the settings {@code OPENID_CLIENT_ID} and, unless the app is a public client,
 * {@code OPENID_CLIENT_SECRET}. {@code OPENID_ISSUER} overrides the address, {@code OPENID_SCOPES}
 * says what is asked for ({@code openid profile email}). A user may take 10 minutes ({@code
 * LOGIN_MINUTES_MAX}); at most 100 sign-ins wait for the issuer at a time ({@code
 * LOGINS_IN_FLIGHT_MAX}). Immutable.
 *
 * @param <P> who is signed in: a record that says {@code @Principal}
 */
public final class OpenIdLogin<P> implements Plugin {
  private static final int MINUTES = 10;
  private static final int MINUTES_MOST = 60;

  private final CookieSessions<P> sessions;
  private final String issuer;
  private final SignIn<P> signIn;
  private final boolean endsAtIssuer;

  /**
   * Finds out who a user of the issuer is in the app, or adds who is new.
   *
   * @param <P> the principal
   */
  @FunctionalInterface
  public interface SignIn<P> {
    /**
     * Who signs in.
     *
     * @throws Unauthorized if it is nobody (401)
     * @throws Forbidden if it is somebody who may not (403)
     */
    P signIn(OpenIdUser user) throws Unauthorized, Forbidden;
  }

  private OpenIdLogin(
      CookieSessions<P> sessions, String issuer, SignIn<P> signIn, boolean endsAtIssuer) {
    this.sessions = sessions;
    this.issuer = issuer;
    this.signIn = signIn;
    this.endsAtIssuer = endsAtIssuer;
  }

  /**
   * Users of an issuer.
   *
   * @param issuer its https address, exactly as its tokens name it in {@code iss}
   */
  public static <P> OpenIdLogin<P> of(Class<P> type, String issuer, SignIn<P> signIn) {
    return new OpenIdLogin<>(CookieSessions.of(type), issuer, signIn, false);
  }

  /** This with other sessions, such as those that pages of other origins may use. */
  public OpenIdLogin<P> sessions(CookieSessions<P> other) {
    return new OpenIdLogin<>(other, issuer, signIn, endsAtIssuer);
  }

  /**
   * This with a logout that goes on to the issuer, if that has a page for it (OpenID Connect
   * RP-Initiated Logout 1.0): otherwise the next sign-in there may ask for no password. The issuer
   * has to know where it leads back to, {@code PUBLIC_URL} with a slash at its end.
   */
  public OpenIdLogin<P> logoutAtIssuer() {
    return new OpenIdLogin<>(sessions, issuer, signIn, true);
  }

  @Override
  public List<MappedTable> ownTables() {
    return sessions.ownTables();
  }

  @Override
  public void install(Setup setup) {
    var client = OpenIdClient.of(setup, issuer);
    var where = client.map(OpenIdClient::issuer).orElse(issuer);
    var part = sessions.bring(setup, "GET /login begins a session; users sign in at " + where);
    if (part.isPresent() && client.isPresent()) bring(setup, part.get(), client.get());
  }

  private void bring(Setup setup, PrincipalPart<P> part, OpenIdClient client) {
    var minutes = setup.config().limits().count("loginMinutesMax", MINUTES, MINUTES_MOST);
    var terms =
        new OpenIdRoutes.Terms<>(
            part, signIn, Duration.ofMinutes(minutes), setup.clock(), endsAtIssuer);
    var at = new OpenIdIssuer(client, setup);
    setup.onStop(at::close);
    setup.routes(wiring -> new OpenIdRoutes<>(at, terms, wiring).all());
  }
}

package dev.covet.security;

import dev.covet.api.Mode;
import dev.covet.app.Plugin;
import dev.covet.app.Setup;
import dev.covet.base.inject.Maker;
import dev.covet.base.inject.Provider;
import dev.covet.base.inject.Wiring;
import dev.covet.gen.MappedTable;
import dev.covet.gen.PrincipalPart;
import dev.covet.security.jwt.AccessTokens;
import dev.covet.security.jwt.Claims;
import dev.covet.security.jwt.JwtKeys;
import dev.covet.security.jwt.JwtLimits;
import dev.covet.security.jwt.JwtVerifier;
import dev.covet.security.jwt.KeySource;
import dev.covet.security.jwt.KeyUrl;
import dev.covet.security.jwt.TokenTerms;
import dev.covet.security.openid.Discovery;
import dev.covet.security.openid.SafeFetch;
import dev.covet.web.auth.Authenticator;
import dev.covet.web.auth.SecurityScheme;
import dev.covet.web.bind.Bind;
import dev.covet.web.http.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs users in by JSON Web Tokens: {@code Covet.app().install(Jwt.of(Me.class).login("/login"))}.
 * The app makes them itself, by {@link Tokens}; with {@link #issuer} those of another are taken.
 *
 * <p>Own tokens are signed by the secret {@code JWT_SECRET}, at least 32 bytes, or by the first key
 * of {@code JWT_KEYS}, the path of a JWK Set with private keys. In production one of them must be
 * set; elsewhere a secret is made up at each start, by {@code covet dev} once. {@code
 * JWT_SECRET_OLD} is a former secret whose tokens still hold. Limits are {@code TOKEN_BYTES_MAX}
 * (8,192), {@code KID_CHARS_MAX} (128), {@code CLOCK_SKEW_SECONDS} (30) and {@code
 * TOKEN_CACHE_ENTRIES_MAX} (10,000).
 *
 * <p>Once it is installed, a route that neither takes a principal, nor stands behind a guard, nor
 * says {@code @Public} stops the start. Immutable.
 *
 * @param <P> who is signed in: a record that says {@code @Principal}
 */
public final class Jwt<P> implements Plugin {
  private static final Logger LOG = LoggerFactory.getLogger(Jwt.class);
  private static final int ACCESS_MINUTES = 15;
  private static final int REFRESH_IDLE_DAYS = 7;
  private static final int REFRESH_DAYS_MAX = 30;
  private static final int MINUTES_MOST = 24 * 60;
  private static final int DAYS_MOST = 366;

  private final Class<P> type;
  private final Options with;

  /**
   * What was said of it.
   *
   * @param word what stands before a token
   * @param login the path of the route that gives tokens; empty for none
   * @param issuer whose tokens are taken; empty for the app's own
   * @param audience one of those whom tokens are for; empty if that is not asked
   */
  private record Options(String word, String login, String issuer, String audience) {
    /** Of another issuer. */
    TokenTerms others() {
      return new TokenTerms(said(issuer), said(audience), TokenTerms.OTHERS);
    }

    /** Of the app itself, as the issuer of this principal's tokens: one secret may be several's. */
    TokenTerms own(Class<?> principal) {
      return new TokenTerms(Optional.of(principal.getName()), said(audience), TokenTerms.OWN);
    }

    private static Optional<String> said(String text) {
      return Optional.of(text).filter(it -> !it.isEmpty());
    }

    SecurityScheme scheme() {
      if (!issuer.isEmpty()) {
        return SecurityScheme.openIdConnect("oidc", Discovery.address(issuer).toString());
      }
      return login.isEmpty()
          ? SecurityScheme.bearer("bearer", word)
          : new SecurityScheme(
              "bearer", word, SecurityScheme.password("bearer", login, Map.of()).described());
    }
  }

  private Jwt(Class<P> type, Options with) {
    this.type = type;
    this.with = with;
  }

  /**
   * Tokens that the app makes itself.
   *
   * @param type who is signed in: a record that says {@code @Principal}; its components are the
   *     claims of the tokens
   */
  public static <P> Jwt<P> of(Class<P> type) {
    return new Jwt<>(type, new Options("Bearer", "", "", ""));
  }

  /**
   * This with the path of the route that gives tokens for a name and a password, sent as a form: so
   * "Authorize" in the document works.
   *
   * @param path from the root of the app, such as {@code /login}
   */
  public Jwt<P> login(String path) {
    return new Jwt<>(type, new Options(with.word, path, with.issuer, with.audience));
  }

  /**
   * This with another word before the token than {@code Bearer}.
   *
   * @param word such as {@code Token}; its case makes no difference
   */
  public Jwt<P> scheme(String word) {
    return new Jwt<>(type, new Options(word, with.login, with.issuer, with.audience));
  }

  /**
   * Tokens of an issuer by OpenID Connect rather than the app's own: its keys are found by its
   * discovery document, and are asked for anew as they change. The setting {@code JWT_ISSUER}
   * overrides it. Say {@link #audience}, too.
   *
   * @param url its https address, exactly as its tokens name it in {@code iss}
   */
  public Jwt<P> issuer(String url) {
    return new Jwt<>(type, new Options(with.word, with.login, url, with.audience));
  }

  /**
   * This for tokens that name an audience: own ones do, others must. The setting {@code
   * JWT_AUDIENCE} overrides it.
   *
   * @param name one of the values of {@code aud}
   */
  public Jwt<P> audience(String name) {
    return new Jwt<>(type, new Options(with.word, with.login, with.issuer, name));
  }

  @Override
  public List<MappedTable> ownTables() {
    return with.issuer.isEmpty() ? List.of(StoredSignInTable.STORED_SIGN_IN) : List.of();
  }

  @Override
  public void install(Setup setup) {
    setup.refuseOpenRoutes();
    var part = setup.principal(type);
    if (with.issuer.isEmpty()) {
      var keys = JwtKeys.of(setup);
      var options = audienced(setup, with);
      part.ifPresent(found -> own(setup, found, keys, options));
    } else {
      var options = audienced(setup, issued(setup));
      part.ifPresent(found -> foreign(setup, found, options));
    }
  }

  private static Options audienced(Setup setup, Options with) {
    var audience = setup.config().setting("JWT_AUDIENCE").orElse(with.audience);
    return new Options(with.word, with.login, with.issuer, audience.asText());
  }

  private Options issued(Setup setup) {
    var issuer = setup.config().setting("JWT_ISSUER").orElse(with.issuer);
    return Discovery.isIssuer(issuer)
        ? new Options(with.word, with.login, issuer.asText(), with.audience)
        : with;
  }

  private void foreign(Setup setup, PrincipalPart<P> part, Options options) {
    if (options.audience.isEmpty()) {
      setup
          .faults()
          .add(
              "Tokens of %s may be for anybody. Say for whom yours are: Jwt.of(...).issuer(...).audience(...)."
                  .formatted(options.issuer));
    }
    var fetch = new SafeFetch();
    setup.onStop(fetch::close);
    var keys = new KeyUrl(() -> Discovery.of(fetch, options.issuer).keySet(fetch), setup.clock());
    var verifier = new JwtVerifier<>(part.codec(), by(setup, keys, options.others(), _ -> false));
    setup.principal(
        type, new JwtAuthenticator<>(options.scheme(), options.word, verifier, _ -> {}));
  }

  private static JwtVerifier.By by(
      Setup setup, KeySource keys, TokenTerms terms, Predicate<String> revoked) {
    var limits = JwtLimits.from(setup.config().limits());
    var isTold = setup.config().mode() == Mode.DEVELOPMENT;
    Consumer<String> refused = isTold ? Jwt::tell : _ -> {};
    return new JwtVerifier.By(
        keys, terms, limits, setup.clock(), revoked, refused, setup.metrics());
  }

  /** Why a token is refused is said to who develops; elsewhere anybody could fill the log. */
  private static void tell(String reason) {
    LOG.atInfo().addKeyValue("reason", reason).log("token_refused");
  }

  /** By tokens of sign-ins that have not ended, wherever that was. */
  private static <P> Authenticator<P> byToken(
      Options options, JwtVerifier<P> verifier, TokenIssue issue, Wiring wiring) {
    var db = wiring.slotOrElse(NoDatabase.PROVIDER);
    return new JwtAuthenticator<>(
        options.scheme(),
        options.word,
        verifier,
        request -> {
          var scope = Bind.scope(request);
          issue.revoked().learn(since -> issue.signIns().ended(since, db.get(scope)));
        });
  }

  private void own(Setup setup, PrincipalPart<P> part, KeySource keys, Options options) {
    var reserved =
        Claims.names(part.codec().schema()).stream().filter(Claims.NAMES::contains).toList();
    if (!reserved.isEmpty()) setup.faults().add(taken(reserved));
    var limits = setup.config().limits();
    var access = Duration.ofMinutes(limits.count("accessMinutes", ACCESS_MINUTES, MINUTES_MOST));
    var life =
        new SignIns.Life(
            Duration.ofDays(limits.count("refreshIdleDays", REFRESH_IDLE_DAYS, DAYS_MOST)),
            Duration.ofDays(limits.count("refreshDaysMax", REFRESH_DAYS_MAX, DAYS_MOST)));
    var skew = Duration.ofSeconds(JwtLimits.from(limits).clockSkewSeconds());
    var revoked = new RevokedSignIns(access.plus(skew), setup.clock());
    var terms = options.own(type);
    var verifier = new JwtVerifier<>(part.codec(), by(setup, keys, terms, revoked::has));
    var made = new AccessTokens(keys, terms, access, setup.clock());
    var signIns = new SignIns<>(part, "refresh", life, setup.clock());
    var issue = new TokenIssue(signIns, made, revoked);
    setup.principal(type, wiring -> byToken(options, verifier, issue, wiring));
    setup.provide(Provider.request(Tokens.class, wiring -> tokens(issue, wiring)));
  }

  private String taken(List<String> names) {
    return "%s has components that would be the claims %s, which say until when a token holds. Name them otherwise."
        .formatted(type.getName(), String.join(", ", names));
  }

  /** An app without a database has access tokens alone. */
  private static Maker<Tokens> tokens(TokenIssue issue, Wiring wiring) {
    var db = wiring.slotOrElse(NoDatabase.PROVIDER);
    return (scope, _) -> {
      Runnable secret =
          scope.isOfRequest() ? ((Request) scope.subject()).context()::keepSecret : () -> {};
      return new Tokens(issue, () -> db.get(scope), secret);
    };
  }
}

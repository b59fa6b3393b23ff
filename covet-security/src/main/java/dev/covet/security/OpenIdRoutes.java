package dev.covet.security;

import dev.covet.api.ApiError;
import dev.covet.api.BadRequest;
import dev.covet.api.Forbidden;
import dev.covet.api.Html;
import dev.covet.api.JsonValue;
import dev.covet.api.TooManyRequests;
import dev.covet.api.Unauthorized;
import dev.covet.api.Unavailable;
import dev.covet.base.inject.Key;
import dev.covet.base.inject.Provider;
import dev.covet.base.inject.Scope;
import dev.covet.base.inject.Slot;
import dev.covet.base.inject.Wiring;
import dev.covet.data.Session;
import dev.covet.gen.PrincipalPart;
import dev.covet.security.openid.BegunLogin;
import dev.covet.security.openid.OpenIdIssuer;
import dev.covet.web.address.Network;
import dev.covet.web.bind.Bind;
import dev.covet.web.http.Handler;
import dev.covet.web.http.PublicUrl;
import dev.covet.web.http.RedirectTargets;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.route.Route;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The routes by which browsers sign in at an issuer and come back: OpenID Connect Core 1.0, 3.1,
 * with what RFC 9700 asks of clients. Thread-safe.
 *
 * @param <P> the principal
 */
final class OpenIdRoutes<P> {
  static final String LOGIN = "/login";
  static final String BACK = "/login/callback";
  static final String LOGOUT = "/logout";

  private static final int TARGET_BYTES_MAX = 1_000;
  private static final int CODE_CHARS_MAX = 4_096;
  private static final int PER_ADDRESS_MAX = 20;

  private final OpenIdIssuer issuer;
  private final Terms<P> terms;
  private final Services<P> services;

  /** How many codes of each client the issuer is asked about now; those are one who are unknown. */
  private final Map<Optional<Network>, Integer> busy = new ConcurrentHashMap<>();

  /**
   * What was said of signing in.
   *
   * @param part the principal
   * @param time how long a user may take
   * @param endsAtIssuer whether a logout goes on to the issuer
   * @param <P> the principal
   */
  record Terms<P>(
      PrincipalPart<P> part,
      OpenIdLogin.SignIn<P> signIn,
      Duration time,
      InstantSource clock,
      boolean endsAtIssuer) {}

  /**
   * The services that it takes.
   *
   * @param <P> the principal
   */
  private record Services<P>(
      Slot<PublicUrl> here,
      Slot<RedirectTargets> targets,
      Slot<CookieSession> session,
      Slot<Optional<P>> caller,
      Slot<Session> db,
      Slot<Audit> audit) {
    static <P> Services<P> of(Wiring wiring, Class<P> type, InstantSource clock) {
      Provider<Audit> lines =
          Provider.request(
              Audit.class, _ -> (scope, _) -> new Audit((Request) scope.subject(), clock, null));
      return new Services<>(
          wiring.slot(Key.of(PublicUrl.class)),
          wiring.slot(Key.of(RedirectTargets.class)),
          wiring.slot(Key.of(CookieSession.class)),
          wiring.slot(Key.of("java.util.Optional<" + Key.of(type).type() + ">")),
          wiring.slotOrElse(NoDatabase.PROVIDER),
          wiring.slotOrElse(lines));
    }
  }

  OpenIdRoutes(OpenIdIssuer issuer, Terms<P> terms, Wiring wiring) {
    this.issuer = issuer;
    this.terms = terms;
    this.services = Services.of(wiring, terms.part().type(), terms.clock());
  }

  List<Route> all() {
    return List.of(
        Route.get(LOGIN, "OpenIdLogin.login", it -> shown(it, this::begin)),
        Route.get(BACK, "OpenIdLogin.callback", it -> shown(it, way -> signedIn(way, begun(way)))),
        Route.post(LOGOUT, "OpenIdLogin.logout", this::end));
  }

  private URI here(Request request, String path) {
    return services.here().get(Bind.scope(request)).of(path);
  }

  /** The value of a parameter that may be there once; empty if it is not. */
  private static String one(Request request, String name) {
    var all = request.parameters().all(name);
    if (all.size() > 1) throw new BadRequest(name + " must be there once");
    return all.isEmpty() ? "" : all.getFirst();
  }

  /** People see a page where programs get an error as any other. */
  private Response shown(Request request, Handler how) {
    request.context().keepSecret();
    try {
      return how.handle(request);
    } catch (ApiError error) {
      var isForPeople = request.header("Accept").filter(it -> it.contains("text/html")).isPresent();
      if (!isForPeople) throw error;
      return page(error, here(request, LOGIN));
    }
  }

  private static Response page(ApiError error, URI again) {
    var template =
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <title>Not signed in</title>
        <h1>Not signed in</h1>
        <p>{}.</p>
        <p><a href="{}">Sign in again</a></p>
        </html>
        """;
    var page = Html.of(template, String.valueOf(error.getMessage()), again);
    return Response.html(page).withStatus(error.status()).withHeaders(error.headers());
  }

  private Response begin(Request request) {
    var login = BegunLogin.to(target(request), terms.clock().instant());
    var response =
        Response.redirect(issuer.loginPage(login, here(request, BACK)))
            .plusHeader("Set-Cookie", login.cookie(terms.time()).text());
    for (var each : BegunLogin.surplus(request)) {
      response = response.plusHeader("Set-Cookie", each.text());
    }
    return response;
  }

  /** Where the user wants to go; empty if that was not said. */
  private String target(Request request) {
    var target = one(request, "returnTo");
    if (target.getBytes(StandardCharsets.UTF_8).length > TARGET_BYTES_MAX) {
      throw new BadRequest("returnTo must have at most 1,000 bytes");
    }
    return target.isEmpty() ? "" : services.targets().get(Bind.scope(request)).checked(target);
  }

  /** The sign-in that this browser has begun, and that the issuer answers. */
  private BegunLogin begun(Request request) {
    var login =
        BegunLogin.of(request, one(request, "state"))
            .orElseThrow(() ->
                new BadRequest("This sign-in did not begin in this browser, or has ended already"));
    if (login.isOver(terms.clock().instant(), terms.time())) {
      throw new BadRequest("This sign-in began too long ago");
    }
    if (!issuer.isOwn(one(request, "iss"))) {
      throw new BadRequest("This answer is not of the issuer that was asked");
    }
    return login;
  }

  private Response signedIn(Request request, BegunLogin login) {
    refuse(one(request, "error"));
    var scope = Bind.scope(request);
    var target =
        login.target().isEmpty()
            ? here(request, "/").toString()
            : services.targets().get(scope).checked(login.target());
    var code = one(request, "code");
    if (code.isEmpty() || code.length() > CODE_CHARS_MAX) {
      throw new BadRequest("code must be there, with at most 4,096 characters");
    }
    var claims = claims(request, code, login);
    var user = new OpenIdUser(issuer.name(), claims, () -> services.db().get(scope));
    var principal = principal(user, scope);
    var session = services.session().get(scope).begin(principal);
    audit(scope, "signed_in", principal);
    return Response.redirect(target)
        .plusHeader("Set-Cookie", session.text())
        .plusHeader("Set-Cookie", login.gone().text());
  }

  /** Whoever sends codes that are none takes no place of others. */
  private JsonValue.Members claims(Request request, String code, BegunLogin login) {
    var from = Optional.ofNullable(request.peer().getAddress()).map(Network::of);
    try {
      if (busy.merge(from, 1, Integer::sum) > PER_ADDRESS_MAX) {
        throw new TooManyRequests("Too many sign-ins at once", Map.of("Retry-After", "1"));
      }
      return issuer.claims(code, login, here(request, BACK));
    } finally {
      busy.computeIfPresent(from, (_, count) -> count == 1 ? null : count - 1);
    }
  }

  private P principal(OpenIdUser user, Scope scope) {
    try {
      return terms.signIn().signIn(user);
    } catch (Unauthorized | Forbidden refused) {
      services.audit().get(scope).record("sign_in_refused", user.subject(), "by " + issuer.name());
      throw refused;
    }
  }

  /** What the issuer says is not shown: whoever made the link may have written it. */
  private static void refuse(String error) {
    switch (error) {
      case "" -> {}
      case "access_denied" -> throw new Forbidden("The issuer did not let the user sign in");
      case "server_error", "temporarily_unavailable" ->
          throw new Unavailable("The issuer cannot sign users in at the moment");
      default -> throw new BadRequest("The issuer refused the sign-in");
    }
  }

  private void audit(Scope scope, String event, P principal) {
    var id = terms.part().id();
    var subject = id == null ? "" : String.valueOf(id.apply(principal));
    services.audit().get(scope).record(event, subject, "by " + issuer.name());
  }

  private Response end(Request request) {
    request.context().keepSecret();
    var scope = Bind.scope(request);
    services.caller().get(scope).ifPresent(each -> audit(scope, "signed_out", each));
    var gone = services.session().get(scope).end();
    var home = here(request, "/");
    var next =
        terms.endsAtIssuer() ? issuer.logoutPage(home).orElse(home.toString()) : home.toString();
    return Response.redirect(next).plusHeader("Set-Cookie", gone.text());
  }
}

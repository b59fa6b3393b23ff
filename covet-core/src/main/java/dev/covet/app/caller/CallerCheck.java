package dev.covet.app.caller;

import dev.covet.api.Forbidden;
import dev.covet.api.Unauthorized;
import dev.covet.schema.CallerAccess;
import dev.covet.web.auth.SecurityScheme;
import dev.covet.web.error.Faults;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.util.List;
import java.util.function.Function;

/**
 * Finds out who sends a request before anything else of it is read, as far as its route asks, and
 * has every 401 ask for credentials (RFC 9110, 15.5.2).
 */
public record CallerCheck(Callers callers, CallerAccess rule, Faults faults) implements Middleware {
  private static final String HEADER = "WWW-Authenticate";
  private static final int UNAUTHORIZED = 401;

  @Override
  public Response handle(Request request, Handler next) {
    try {
      if (!callers.check(rule, request)) {
        return challenged(faults.response(request, KnownPrincipal.missing()), false);
      }
    } catch (Unauthorized refused) {
      return challenged(faults.response(request, refused), true);
    } catch (Forbidden refused) {
      return withChallenges(
          faults.response(request, refused), each -> each.challengeOfScopes(rule.scopes()));
    }
    var response = next.handle(request);
    return response.status() == UNAUTHORIZED && response.header(HEADER).isEmpty()
        ? challenged(response, false)
        : response;
  }

  private Response challenged(Response response, boolean isBad) {
    return withChallenges(response, each -> isBad ? each.challengeOfBad() : each.challenge());
  }

  /**
   * A route that asks nobody who he is, such as a login, has browsers show no dialog of their own.
   */
  private Response withChallenges(Response response, Function<SecurityScheme, String> challenge) {
    var all =
        callers.signIns(rule).stream()
            .flatMap(List::stream)
            .filter(each -> rule.asks() || each.isBearer())
            .map(challenge)
            .filter(each -> !each.isEmpty())
            .distinct()
            .toList();
    var challenged = response;
    for (var each : all) challenged = challenged.plusHeader(HEADER, each);
    return challenged;
  }
}

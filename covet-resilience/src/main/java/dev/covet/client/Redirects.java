package dev.covet.client;

import dev.covet.web.http.Headers;
import dev.covet.web.http.Method;
import dev.covet.web.http.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where an answer leads (RFC 9110, 15.4). What leaves its site takes no credentials along, no field
 * of which we do not know that it is none, and no body; nothing goes from https to http.
 */
final class Redirects {
  /** Fields that may go to another site. */
  private static final Set<String> HARMLESS =
      Set.of("accept", "accept-encoding", "accept-language", "user-agent");

  private Redirects() {}

  /**
   * The request that an answer asks for; empty if it asks for none.
   *
   * @throws Refused if it asks for one that is not made
   */
  static Optional<Outgoing> next(Outgoing call, Response answer) throws Refused {
    var location = answer.header("Location");
    if (!isRedirect(answer.status()) || location.isEmpty()) return Optional.empty();
    var url = resolved(call.url(), location.get());
    var again = isSame(call.method(), answer.status()) ? call : asked(call);
    var next = new Outgoing(again.method(), url, again.headers(), again.body());
    return Optional.of(next.site().equals(call.site()) ? next : elsewhere(call, next));
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  private static URI resolved(URI from, String location) throws Refused {
    try {
      var url = from.resolve(location);
      Site.of(url);
      return url;
    } catch (IllegalArgumentException _) {
      throw new Refused("a redirect to what is not an address of HTTP");
    }
  }

  /** 301 and 302 have a POST done as a GET, 303 all but HEAD; 307 and 308 change nothing. */
  private static boolean isSame(Method method, int status) {
    return switch (status) {
      case 303 -> method == Method.HEAD;
      case 301, 302 -> method != Method.POST;
      default -> true;
    };
  }

  private static Outgoing asked(Outgoing call) {
    return new Outgoing(
        Method.GET, call.url(), without(call.headers(), Set.of("content-type")), new byte[0]);
  }

  private static Outgoing elsewhere(Outgoing call, Outgoing next) throws Refused {
    if (call.site().isSecure() && !next.site().isSecure()) {
      throw new Refused("a redirect from https to http");
    }
    if (!next.method().isSafe()) throw new Refused("a redirect of a change to another site");
    return new Outgoing(next.method(), next.url(), only(next.headers(), HARMLESS), new byte[0]);
  }

  private static Headers without(Headers headers, Set<String> names) {
    return kept(headers, name -> !names.contains(name));
  }

  private static Headers only(Headers headers, Set<String> names) {
    return kept(headers, names::contains);
  }

  private static Headers kept(Headers headers, Predicate<String> isKept) {
    var all = new ArrayList<String>();
    headers.forEach((name, value) -> {
      if (isKept.test(name.toLowerCase(Locale.ROOT))) {
        all.add(name);
        all.add(value);
      }
    });
    return Headers.of(all.toArray(String[]::new));
  }
}

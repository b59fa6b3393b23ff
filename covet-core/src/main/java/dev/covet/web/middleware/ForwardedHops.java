package dev.covet.web.middleware;

import dev.covet.web.http.Request;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What proxies have handed on of a request, the nearest to the client first, as each of them wrote
 * it.
 *
 * @param clients for whom each asked
 * @param schemes by which it was asked; as many as clients, or fewer if not all say it
 * @param hosts which it was asked for, as the schemes
 */
record ForwardedHops(List<String> clients, List<String> schemes, List<String> hosts) {
  /** The fields of RFC 7239, and those that are older. */
  static final List<String> FORWARDED = List.of("Forwarded");

  static final List<String> X_FORWARDED =
      List.of("X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host");

  /** A pair of an element, or nothing, up to the next (RFC 7239, 4). */
  private static final Pattern PAIR =
      Pattern.compile(
          "\\s*(?:([!#$%&'*+.^_`|~0-9A-Za-z-]+)=(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s\",;=]+))\\s*)?(?:;|$)");

  /** What cannot be read: as an address it is none, for whoever looks at it. */
  private static final Map<String, String> MALFORMED = Map.of("for", "?");

  /** Nothing was said. */
  private static final String NOTHING = "";

  /** What {@code X-Forwarded-For}, {@code -Proto} and {@code -Host} say. */
  static ForwardedHops xForwarded(Request request) {
    return new ForwardedHops(
        request.headers().elements("X-Forwarded-For"),
        request.headers().elements("X-Forwarded-Proto"),
        request.headers().elements("X-Forwarded-Host"));
  }

  /** What {@code Forwarded} says. */
  static ForwardedHops forwarded(Request request) {
    var elements =
        request.headers().elements("Forwarded").stream().map(ForwardedHops::pairs).toList();
    return new ForwardedHops(all(elements, "for"), all(elements, "proto"), all(elements, "host"));
  }

  private static List<String> all(List<Map<String, String>> elements, String name) {
    return elements.stream().map(each -> each.getOrDefault(name, NOTHING)).toList();
  }

  /** The pairs of an element. A client may have written it, so that it may be anything. */
  private static Map<String, String> pairs(String element) {
    var pairs = new HashMap<String, String>();
    var pair = PAIR.matcher(element);
    for (var at = 0; at < element.length(); at = pair.end()) {
      if (!pair.region(at, element.length()).lookingAt()) return MALFORMED;
      if (pair.group(1) == null) continue;
      var quoted = pair.group(2);
      var value = quoted == null ? pair.group(3) : quoted.replaceAll("\\\\(.)", "$1");
      if (pairs.putIfAbsent(pair.group(1).toLowerCase(Locale.ROOT), value) != null)
        return MALFORMED;
    }
    return pairs;
  }

  /**
   * Where the client stands: at the rightmost address that is not trusted, or that is not told;
   * else at the first. -1 if there is none.
   */
  int client(Predicate<InetAddress> trusted) {
    return IntStream.iterate(clients.size() - 1, at -> at >= 0, at -> at - 1)
        .filter(at -> !address(at).filter(trusted).isPresent())
        .findFirst()
        .orElse(clients.isEmpty() ? -1 : 0);
  }

  /** The address at a place; empty if it is not told. */
  Optional<InetAddress> address(int at) {
    var text = at < 0 ? NOTHING : clients.get(at);
    return text.isEmpty() ? Optional.empty() : TrustedProxies.handedOn(text);
  }

  /** The scheme by which the client at a place asked. */
  Optional<String> scheme(int at) {
    return beside(schemes, at);
  }

  /** The host for which the client at a place asked. */
  Optional<String> host(int at) {
    return beside(hosts, at);
  }

  /**
   * Proxies write behind one another, so it is counted from the end: clients may have written the
   * beginning of each list. Where too few say one, the last is from the one that is trusted.
   */
  private Optional<String> beside(List<String> said, int at) {
    var place = at < 0 ? -1 : at + said.size() - clients.size();
    var text = said.isEmpty() ? NOTHING : said.get(place < 0 ? said.size() - 1 : place);
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}

package dev.covet.web.middleware;

import dev.covet.web.http.Request;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
record Hops(List<String> clients, List<String> schemes, List<String> hosts) {
  /** The fields of RFC 7239, and those that are older. */
  static final List<String> FORWARDED = List.of("Forwarded");

  static final List<String> X_FORWARDED =
      List.of("X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host");

  /** A pair of an element (RFC 7239, 4). */
  private static final Pattern PAIR =
      Pattern.compile(
          "\\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s\",;=]+))\\s*");

  /** Nothing was said. */
  private static final String NOTHING = "";

  /** What {@code X-Forwarded-For}, {@code -Proto} and {@code -Host} say. */
  static Hops xForwarded(Request request) {
    return new Hops(
        request.headers().elements("X-Forwarded-For"),
        request.headers().elements("X-Forwarded-Proto"),
        request.headers().elements("X-Forwarded-Host"));
  }

  /** What {@code Forwarded} says. */
  static Hops forwarded(Request request) {
    var elements = request.headers().elements("Forwarded").stream().map(Hops::pairs).toList();
    return new Hops(all(elements, "for"), all(elements, "proto"), all(elements, "host"));
  }

  private static List<String> all(List<Map<String, String>> elements, String name) {
    return elements.stream().map(each -> each.getOrDefault(name, NOTHING)).toList();
  }

  private static Map<String, String> pairs(String element) {
    var pairs = new LinkedHashMap<String, String>();
    for (var each : parts(element)) {
      var pair = PAIR.matcher(each);
      if (!pair.matches()) throw TrustedProxies.malformed();
      var quoted = pair.group(2);
      var value = quoted == null ? pair.group(3) : quoted.replaceAll("\\\\(.)", "$1");
      if (pairs.putIfAbsent(pair.group(1).toLowerCase(Locale.ROOT), value) != null) {
        throw TrustedProxies.malformed();
      }
    }
    return pairs;
  }

  /** The pieces between semicolons that stand in no quotes. */
  private static List<String> parts(String element) {
    var parts = new ArrayList<String>();
    var quoted = false;
    var from = 0;
    for (var at = 0; at < element.length(); at++) {
      var c = element.charAt(at);
      if (c == '"' && (at == 0 || element.charAt(at - 1) != '\\')) quoted = !quoted;
      if (c != ';' || quoted) continue;
      parts.add(element.substring(from, at));
      from = at + 1;
    }
    parts.add(element.substring(from));
    return parts;
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

  /** Where not every proxy says one, the last is from the one that is trusted. */
  private Optional<String> beside(List<String> said, int at) {
    if (said.isEmpty()) return Optional.empty();
    var text = said.size() == clients.size() && at >= 0 ? said.get(at) : said.getLast();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}

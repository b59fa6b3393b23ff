package dev.covet.web.middleware;

import dev.covet.api.ApiError;
import dev.covet.base.config.Config;
import dev.covet.schema.BuiltInError;
import dev.covet.web.http.Authority;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.MiddlewarePlace;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Answers what was asked for these hosts; what is for any other is 421 (RFC 9110, 15.5.20). Ports
 * and case are not compared. Probes of whoever runs the app name its address, so {@link
 * HealthPaths} are for all. Every app has it whose setting {@code trustedHosts} names some.
 * Immutable and thread-safe.
 */
public final class TrustedHosts implements Middleware {
  private static final String RIGHT =
      "names without scheme and port, such as api.example.org or *.example.org";

  private final List<String> hosts;

  private TrustedHosts(List<String> hosts) {
    this.hosts = hosts;
  }

  /** The request is for a host that this app is not (421). */
  public static final class Misdirected extends ApiError {
    private static final long serialVersionUID = 1L;

    Misdirected() {
      super(BuiltInError.MISDIRECTED_REQUEST.text());
    }

    @Override
    public int status() {
      return BuiltInError.MISDIRECTED_REQUEST.status();
    }

    @Override
    public String code() {
      return BuiltInError.MISDIRECTED_REQUEST.code();
    }
  }

  /**
   * For these hosts.
   *
   * @param hosts such as {@code api.example.org}; {@code *.example.org} is every host below that
   */
  public static TrustedHosts of(String... hosts) {
    return new TrustedHosts(
        Stream.of(hosts)
            .map(each -> each.strip().toLowerCase(Locale.ROOT))
            .filter(each -> !each.isEmpty())
            .toList());
  }

  /** Those that the setting {@code TRUSTED_HOSTS} names, with commas; empty if it names none. */
  public static Optional<TrustedHosts> from(Config config) {
    var setting = config.setting("TRUSTED_HOSTS").orElse("");
    var named = of(setting.asText().split(",", -1));
    named.wrong().forEach(each -> setting.problem("type", "must be " + RIGHT + "; " + each));
    return named.hosts.isEmpty() ? Optional.empty() : Optional.of(named);
  }

  @Override
  public MiddlewarePlace place() {
    return MiddlewarePlace.HEADERS;
  }

  @Override
  public Middleware startedWith(Surroundings surroundings) {
    var faults = surroundings.faults();
    if (hosts.isEmpty()) faults.add("TrustedHosts.of() names no host. Name one, or leave it out.");
    wrong().forEach(each -> faults.add("TrustedHosts: " + each + ". Write " + RIGHT + "."));
    return this;
  }

  private Stream<String> wrong() {
    return hosts.stream()
        .filter(host -> !isHost(host.startsWith("*.") ? host.substring(2) : host))
        .map(host -> "\"" + host + "\" is none");
  }

  private static boolean isHost(String text) {
    return Authority.isValid(text) && Authority.host(text).equals(text) && !text.contains("*");
  }

  @Override
  public Response handle(Request request, Handler next) {
    if (!HealthPaths.isOne(request) && !isTrusted(Authority.host(request.authority()))) {
      throw new Misdirected();
    }
    return next.handle(request);
  }

  private boolean isTrusted(String host) {
    for (var each : hosts) {
      if (each.equals(host)) return true;
      if (each.startsWith("*.")
          && host.endsWith(each.substring(1))
          && host.length() >= each.length()) return true;
    }
    return false;
  }
}

package dev.covet.web.middleware;

import dev.covet.api.ApiError;
import dev.covet.base.config.Config;
import dev.covet.schema.BuiltInError;
import dev.covet.web.address.HostPatterns;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.MiddlewarePlace;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.util.Optional;

/**
 * Answers what was asked for these hosts; what is for any other is 421 (RFC 9110, 15.5.20). Ports
 * and case are not compared. Probes of whoever runs the app name its address, so {@link
 * HealthPaths} are for all; so is what is refused already, perhaps for want of a host. Every app
 * has it whose setting {@code trustedHosts} names some. Immutable and thread-safe.
 */
public final class TrustedHosts implements Middleware {
  private final HostPatterns hosts;

  private TrustedHosts(HostPatterns hosts) {
    this.hosts = hosts;
  }

  /** The request is for a host that this app is not (421). */
  public static final class Misdirected extends ApiError.Known {
    private static final long serialVersionUID = 1L;

    Misdirected() {
      super(BuiltInError.MISDIRECTED_REQUEST, BuiltInError.MISDIRECTED_REQUEST.text());
    }
  }

  /**
   * For these hosts.
   *
   * @param hosts such as {@code api.example.org}; {@code *.example.org} is every host below that
   */
  public static TrustedHosts of(String... hosts) {
    return new TrustedHosts(HostPatterns.of(hosts));
  }

  /** Those that the setting {@code TRUSTED_HOSTS} names, with commas; empty if it names none. */
  public static Optional<TrustedHosts> from(Config config) {
    var setting = config.setting("TRUSTED_HOSTS").orElse("");
    var named = HostPatterns.of(setting.asText().split(",", -1));
    named
        .wrong()
        .forEach(each -> setting.problem("type", "must be " + HostPatterns.RIGHT + "; " + each));
    return named.names().isEmpty() ? Optional.empty() : Optional.of(new TrustedHosts(named));
  }

  @Override
  public MiddlewarePlace place() {
    return MiddlewarePlace.COMPRESSION; // within CORS: pages may read what it says
  }

  @Override
  public Middleware startedWith(Surroundings surroundings) {
    var faults = surroundings.faults();
    if (hosts.names().isEmpty())
      faults.add("TrustedHosts.of() names no host. Name one, or leave it out.");
    hosts
        .wrong()
        .forEach(
            each -> faults.add("TrustedHosts: " + each + ". Write " + HostPatterns.RIGHT + "."));
    return this;
  }

  @Override
  public Response handle(Request request, Handler next) {
    var isForAll = HealthPaths.isOne(request) || request.context().refusal() != null;
    if (isForAll || hosts.have(request.authority())) return next.handle(request);
    throw new Misdirected();
  }
}

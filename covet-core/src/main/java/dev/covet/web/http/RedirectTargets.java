package dev.covet.web.http;

import dev.covet.api.BadRequest;
import dev.covet.base.config.Config;
import dev.covet.web.address.Authority;
import dev.covet.web.address.HostPatterns;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a client may be sent that says itself where it wants to go, as after a login: to a path of
 * this host, or by https to a host that the setting {@code redirectHosts} names. All else would
 * make the app's good name a lure for other sites (an open redirect, CWE-601). A service that any
 * may ask for. Immutable and thread-safe.
 *
 * <pre>{@code
 * return Response.redirect(targets.checked(next));
 * }</pre>
 */
public final class RedirectTargets {
  private final HostPatterns hosts;

  private RedirectTargets(HostPatterns hosts) {
    this.hosts = hosts;
  }

  /** What the settings of a start say. */
  public static RedirectTargets from(Config config) {
    var setting = config.setting("REDIRECT_HOSTS").orElse("");
    var hosts = HostPatterns.of(setting.asText().split(",", -1));
    hosts
        .wrong()
        .forEach(each -> setting.problem("type", "must be " + HostPatterns.RIGHT + "; " + each));
    return new RedirectTargets(hosts);
  }

  /**
   * The target, if it is allowed.
   *
   * @param target a path with one slash first, without backslashes and control characters, which
   *     browsers read otherwise than they look; or an address by https (from this machine by http,
   *     too) of one of the hosts
   * @throws BadRequest if it is anything else (400)
   */
  public String checked(String target) throws BadRequest {
    if (!isAllowed(target)) {
      throw new BadRequest(
          "The target must be a path with one slash first, or at a host of REDIRECT_HOSTS");
    }
    return target;
  }

  private boolean isAllowed(String target) {
    if (target.chars().anyMatch(c -> c == '\\' || Character.isISOControl(c))) return false;
    if (target.startsWith("/")) return !target.startsWith("//");
    try {
      return isOfHosts(new URI(target));
    } catch (URISyntaxException _) {
      return false;
    }
  }

  private boolean isOfHosts(URI address) {
    var authority = address.getRawAuthority();
    if (authority == null || !Authority.isValid(authority) || !hosts.have(authority)) return false;
    return "https".equalsIgnoreCase(address.getScheme())
        || ("http".equalsIgnoreCase(address.getScheme())
            && Authority.isThisMachine(Authority.host(authority)));
  }
}

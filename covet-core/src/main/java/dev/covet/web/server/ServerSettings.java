package dev.covet.web.server;

import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.web.address.Cidr;
import dev.covet.web.middleware.TrustedProxies;
import dev.covet.web.server.carrier.ServerLimits;
import java.util.List;

/**
 * Where a server listens, and how much it accepts.
 *
 * @param host name or address that it binds
 * @param port from 1 to 65535, or 0 for any free one
 * @param limits how much it accepts
 * @param proxies whose connections are not counted by address: each brings many clients
 */
public record ServerSettings(String host, int port, ServerLimits limits, List<Cidr> proxies) {
  private static final int PORT_MAX = 65_535;

  /** Copies the list. */
  public ServerSettings {
    proxies = List.copyOf(proxies);
  }

  /** What the settings of a start say; in development only this machine is served by default. */
  public static ServerSettings from(Config config) {
    var isDevelopment = config.mode() == Mode.DEVELOPMENT;
    var host = config.setting("HOST").orElse(isDevelopment ? "127.0.0.1" : "0.0.0.0").asText();
    return new ServerSettings(
        host, port(config), ServerLimits.from(config.limits()), TrustedProxies.trusted(config));
  }

  private static int port(Config config) {
    var setting = config.setting("PORT").orElse("8000");
    var port = setting.asInt();
    if (setting.valid() && (port < 0 || port > PORT_MAX)) {
      setting.problem(port < 0 ? "too_small" : "too_large", "must be 0 to " + PORT_MAX);
    }
    return Math.clamp(port, 0, PORT_MAX);
  }

  /** A server with the usual limits. */
  public static ServerSettings of(String host, int port) {
    return new ServerSettings(host, port, ServerLimits.usual(), List.of());
  }

  /** Where a browser on this machine finds the server: {@code http://127.0.0.1:8000}. */
  public String address(int bound) {
    return switch (host) {
      case "0.0.0.0", "::", "[::]" -> "http://127.0.0.1:" + bound;
      case String bare when bare.contains(":") && !bare.startsWith("[") ->
          "http://[" + bare + "]:" + bound;
      default -> "http://" + host + ":" + bound;
    };
  }

  /** These settings with other limits. */
  public ServerSettings withLimits(ServerLimits limits) {
    return new ServerSettings(host, port, limits, proxies);
  }
}

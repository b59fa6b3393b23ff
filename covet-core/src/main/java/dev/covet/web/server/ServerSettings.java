package dev.covet.web.server;

import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.base.config.Setting;
import dev.covet.web.server.carrier.ServerLimits;
import dev.covet.web.server.tls.TlsSettings;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a server listens, what it speaks, and how much it accepts.
 *
 * <p>One idea: what an operator decides of a server.
 *
 * @param host name or address that it binds; or {@code unix:} and the path of a Unix domain socket
 * @param port from 1 to 65535, or 0 for any free one
 * @param sharesPort whether other processes of the same user may listen there, too
 * @param limits how much it accepts
 * @param proxies whose connections are those of many clients
 * @param tls whether it encrypts
 * @param http2 whether it speaks HTTP/2, too
 * @param h2cUpgrade whether a connection may go on with that by {@code Upgrade: h2c} (RFC 7540,
 *     3.2)
 */
public record ServerSettings(
    String host,
    int port,
    boolean sharesPort,
    ServerLimits limits,
    Proxies proxies,
    TlsSettings tls,
    boolean http2,
    boolean h2cUpgrade) {
  private static final int PORT_MAX = 65_535;

  /** What the settings of a start say; in development only this machine is served by default. */
  public static ServerSettings from(Config config) {
    var isDevelopment = config.mode() == Mode.DEVELOPMENT;
    var host = config.setting("HOST").orElse(isDevelopment ? "127.0.0.1" : "0.0.0.0");
    checkPath(host);
    return new ServerSettings(
        host.asText(),
        port(config),
        sharesPort(config),
        ServerLimits.from(config.limits()),
        Proxies.from(config),
        TlsSettings.from(config),
        config.setting("HTTP2").orElse("true").asBoolean(),
        isOn(config.setting("H2C_UPGRADE").orElse("off")));
  }

  private static void checkPath(Setting host) {
    var text = host.asText();
    if (!text.startsWith(UnixSocket.SCHEME)) return;
    var path = text.substring(UnixSocket.SCHEME.length());
    var length = path.getBytes(StandardCharsets.UTF_8).length;
    if (path.isBlank() || length > UnixSocket.PATH_BYTES_MAX || !isPath(path)) {
      host.problem(
          "type",
          "must have the path of a file of at most %s bytes behind unix:"
              .formatted(UnixSocket.PATH_BYTES_MAX));
    }
  }

  private static boolean isPath(String text) {
    try {
      return !Path.of(text).toString().isEmpty();
    } catch (InvalidPathException _) {
      return false;
    }
  }

  private static int port(Config config) {
    var setting = config.setting("PORT").orElse("8000");
    var port = setting.asInt();
    if (setting.valid() && (port < 0 || port > PORT_MAX)) {
      setting.problem(port < 0 ? "too_small" : "too_large", "must be 0 to " + PORT_MAX);
    }
    return Math.clamp(port, 0, PORT_MAX);
  }

  private static boolean isOn(Setting setting) {
    return setting.asChoice(List.of("off", "on"), List.of(false, true));
  }

  private static boolean sharesPort(Config config) {
    var setting = config.setting("REUSE_PORT").orElse("off");
    var shares = isOn(setting);
    if (setting.valid() && shares && !canSharePort()) {
      setting.problem("type", "must be off: this system has no SO_REUSEPORT");
    }
    return shares;
  }

  private static boolean canSharePort() {
    try (var socket = ServerSocketChannel.open()) {
      return socket.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT);
    } catch (IOException _) {
      return true; // the server itself will say what is wrong
    }
  }

  /** A server with the usual limits. */
  public static ServerSettings of(String host, int port) {
    return new ServerSettings(
        host, port, false, ServerLimits.usual(), Proxies.NONE, TlsSettings.OFF, true, false);
  }

  /** The path of the Unix domain socket, if it listens on one. */
  Optional<Path> unixSocket() {
    return host.startsWith(UnixSocket.SCHEME)
        ? Optional.of(Path.of(host.substring(UnixSocket.SCHEME.length())))
        : Optional.empty();
  }

  /**
   * Where a browser on this machine finds the server: {@code http://127.0.0.1:8000}; or its Unix
   * domain socket: {@code unix:/run/heroes.sock}.
   */
  public String address(int bound) {
    if (unixSocket().isPresent()) return host;
    var scheme = tls.isOn() ? "https://" : "http://";
    return scheme
        + switch (host) {
          case "0.0.0.0", "::", "[::]" -> "127.0.0.1";
          case String bare when bare.contains(":") && !bare.startsWith("[") -> "[" + bare + "]";
          default -> host;
        }
        + ":"
        + bound;
  }

  /** Where a page is found there; of a Unix domain socket only the file. */
  public String address(int bound, String page) {
    return unixSocket().isPresent() ? host : address(bound) + page;
  }

  /** These settings with other limits. */
  public ServerSettings withLimits(ServerLimits limits) {
    return new ServerSettings(host, port, sharesPort, limits, proxies, tls, http2, h2cUpgrade);
  }

  /** These settings with other proxies. */
  public ServerSettings withProxies(Proxies proxies) {
    return new ServerSettings(host, port, sharesPort, limits, proxies, tls, http2, h2cUpgrade);
  }

  /** These settings with TLS, or without. */
  public ServerSettings withTls(TlsSettings tls) {
    return new ServerSettings(host, port, sharesPort, limits, proxies, tls, http2, h2cUpgrade);
  }

  /** These settings with upgrades to HTTP/2. */
  public ServerSettings withH2cUpgrade() {
    return new ServerSettings(host, port, sharesPort, limits, proxies, tls, http2, true);
  }

  /** These settings with HTTP/1.1 alone. */
  public ServerSettings withoutHttp2() {
    return new ServerSettings(host, port, sharesPort, limits, proxies, tls, false, false);
  }
}

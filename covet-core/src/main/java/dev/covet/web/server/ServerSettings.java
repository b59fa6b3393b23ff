package dev.covet.web.server;

/**
 * Where a server listens, and how much it accepts.
 *
 * @param host name or address that it binds
 * @param port from 1 to 65535, or 0 for any free one
 * @param limits how much it accepts
 */
public record ServerSettings(String host, int port, ServerLimits limits) {

  /** A server with the usual limits. */
  public static ServerSettings of(String host, int port) {
    return new ServerSettings(host, port, ServerLimits.usual());
  }

  /** These settings with other limits. */
  public ServerSettings withLimits(ServerLimits limits) {
    return new ServerSettings(host, port, limits);
  }
}

package dev.covet.web.server;

import dev.covet.base.loop.ThreadMode;

/**
 * Where and how a server runs.
 *
 * @param host name or address that it binds
 * @param port from 1 to 65535, or 0 for any free one
 * @param threads where the virtual threads of requests run
 * @param loopCount number of event loops, from 1
 * @param limits how much it accepts
 */
public record ServerSettings(
    String host, int port, ThreadMode threads, int loopCount, ServerLimits limits) {

  /** A server with the usual limits and one loop for each core. */
  public static ServerSettings of(String host, int port) {
    var cores = Runtime.getRuntime().availableProcessors();
    return new ServerSettings(host, port, ThreadMode.AUTO, cores, ServerLimits.usual());
  }

  /** These settings with another thread mode. */
  public ServerSettings withThreads(ThreadMode threads) {
    return new ServerSettings(host, port, threads, loopCount, limits);
  }

  /** These settings with another number of event loops. */
  public ServerSettings withLoopCount(int loopCount) {
    return new ServerSettings(host, port, threads, loopCount, limits);
  }

  /** These settings with other limits. */
  public ServerSettings withLimits(ServerLimits limits) {
    return new ServerSettings(host, port, threads, loopCount, limits);
  }
}

package dev.covet.web.server;

import dev.covet.base.loop.ThreadMode;
import dev.covet.web.http.Response;
import io.netty.util.internal.PlatformDependent;
import java.util.Map;

/** What {@link IdleConnectionsTest} connects to, and asks how much memory it has in use. */
final class IdleServer {
  private static final double CONNECTIONS_MAX = 1_000_000;

  private IdleServer() {}

  public static void main(String[] arguments) throws Exception {
    var limits = Map.of("connectionsMax", CONNECTIONS_MAX, "idleSecondsMax", 600.0);
    try (var server = RunningServer.of(_ -> Response.text("well"), ThreadMode.AUTO, limits)) {
      System.out.println("sockets " + server.server().sockets());
      System.out.println("port " + server.server().port());
      while (System.in.read() >= 0) {
        System.out.println("connections " + server.server().connections());
        System.out.println("heap " + liveHeap());
        System.out.println("direct " + PlatformDependent.usedDirectMemory());
      }
    }
    System.exit(0);
  }

  /** What is left after collections. */
  private static long liveHeap() {
    var runtime = Runtime.getRuntime();
    for (var i = 0; i < 3; i++) System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}

package dev.covet.benchmarks;

import dev.covet.benchmarks.raw.RawServer;

/** Starts the raw Netty server on {@code PORT} (8000): {@code ./covet run raw}. */
public final class RawNetty {
  private static final int PORT_DEFAULT = 8_000;

  private RawNetty() {}

  /** Runs until the process is ended. */
  public static void main(String[] args) throws InterruptedException {
    var host = System.getenv().getOrDefault("HOST", "127.0.0.1");
    var port = Integer.parseInt(System.getenv().getOrDefault("PORT", "" + PORT_DEFAULT));
    var server = RawServer.start(host, port);
    System.out.println("raw netty: http://" + host + ":" + server.port());
    server.awaitClose();
  }
}

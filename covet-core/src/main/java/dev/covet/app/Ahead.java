package dev.covet.app;

import dev.covet.base.loop.Transport;
import java.time.ZoneId;
import java.util.UUID;
import org.slf4j.LoggerFactory;

/**
 * Initializes, on a second core, what takes long and is needed later in every start: zones of time
 * for lines of the log, random numbers for the names of requests, Netty. The start is as right
 * without it, only slower.
 */
final class Ahead {
  private final Thread transport;

  private Ahead(Thread transport) {
    this.transport = transport;
  }

  /** Begins, with logging: whoever asks for a logger while that begins gets a slower one. */
  static Ahead begin() {
    start("covet-ahead-jdk", Ahead::initialize);
    LoggerFactory.getILoggerFactory();
    return new Ahead(start("covet-ahead-netty", Transport::initialize));
  }

  private static Thread start(String name, Runnable task) {
    return Thread.ofPlatform().daemon().name(name).start(task);
  }

  private static void initialize() {
    var _ = ZoneId.systemDefault().getRules();
    var _ = UUID.randomUUID();
  }

  /** Waits for Netty, so that no two threads initialize its classes. */
  void await() {
    try {
      transport.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // whoever opens the loops next sees it
    }
  }
}

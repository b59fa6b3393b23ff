package dev.covet.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Finds the addresses of hosts, on a few threads of its own: the JDK asks the system, which pins a
 * virtual thread to its carrier for as long as that takes. Thread-safe.
 */
final class HostNames implements AutoCloseable {
  private static final int THREADS_MAX = 8;
  private static final int WAITING_MAX = 1_000;
  private static final int IDLE_SECONDS_MAX = 30;

  private final Lookup lookup;
  private final ThreadPoolExecutor threads;

  /** Names as a lookup knows them. */
  HostNames(Lookup lookup) {
    this.lookup = lookup;
    this.threads =
        new ThreadPoolExecutor(
            THREADS_MAX,
            THREADS_MAX,
            IDLE_SECONDS_MAX,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING_MAX),
            Thread.ofPlatform().daemon().name("http-names-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /** Knows the addresses of a host. */
  @FunctionalInterface
  interface Lookup {
    /**
     * All addresses of a host.
     *
     * @throws UnknownHostException if it has none
     */
    InetAddress[] all(String host) throws UnknownHostException;
  }

  /**
   * All addresses of a host, the best first.
   *
   * @throws UnknownHostException if it has none, or too many others are being looked for
   * @throws InterruptedIOException if the thread is interrupted
   */
  List<InetAddress> of(String host) throws IOException {
    try {
      return found(threads.submit(() -> lookup.all(host)));
    } catch (ExecutionException | RejectedExecutionException e) {
      var unknown = new UnknownHostException(host);
      unknown.initCause(e);
      throw unknown;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while " + host + " was looked up");
    }
  }

  /** What nobody waits for any more leaves the line. */
  private List<InetAddress> found(Future<InetAddress[]> coming)
      throws ExecutionException, InterruptedException {
    try {
      return List.of(coming.get());
    } finally {
      if (coming.cancel(false)) threads.purge();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

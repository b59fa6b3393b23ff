package dev.covet.web.server.carrier;

import dev.covet.base.loop.FatalErrors;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.Transport;
import dev.covet.base.observe.LoggedFault;
import dev.covet.base.observe.Metrics;
import java.net.InetAddress;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server as its connections see it: what they may, how far it is with its stop, and whom they
 * tell of their own end. Safe for use by many threads.
 */
public final class ServerState {
  private static final Logger LOG = LoggerFactory.getLogger(ServerState.class);

  private final ServedApp served;
  private final Admission admission;
  private final Metrics metrics;
  private final OpenConnections connections;
  private final Transport.FileCopies fileCopies;
  private final Semaphore fileCopiesLeft;
  private final CompletableFuture<Void> drained = new CompletableFuture<>();

  /** Requests that have lost their connection, or their place in it, and may still be at work. */
  private final Set<Exchange> orphans = Collections.newSetFromMap(new WeakHashMap<>());

  private volatile boolean draining;

  /** The grace is over: what handlers still return is not sent. */
  private volatile boolean over;

  /** A server that is open, on loops that it borrows. */
  public ServerState(ServedApp served, OpenConnections connections, Loops loops) {
    this.served = served;
    this.connections = connections;
    this.admission = new Admission(served, loops);
    this.metrics = loops.metrics();
    this.fileCopies = loops.transport().fileCopies();
    this.fileCopiesLeft = new Semaphore(fileCopies.atOnceMax());
  }

  /** What it serves. */
  public ServedApp served() {
    return served;
  }

  /** How much is accepted. */
  public ServerLimits limits() {
    return served.limits();
  }

  /** Lets requests in. */
  public Admission admission() {
    return admission;
  }

  /** Where limits are counted that were hit. */
  public Metrics metrics() {
    return metrics;
  }

  /** Whether the system can copy a part of a file to a socket now, which ends here. */
  public boolean beginsFile(long end) {
    return end <= fileCopies.endMax() && fileCopiesLeft.tryAcquire();
  }

  /** Another part may be copied. */
  public void endsFile() {
    fileCopiesLeft.release();
  }

  /** Number of open connections. */
  public int connections() {
    return connections.total();
  }

  /** Counts a connection; false if it is one too many. */
  public boolean opened(InetAddress peer) {
    var limit = connections.open(peer);
    limit.ifPresent(metrics::limitHit);
    return limit.isEmpty();
  }

  /** Counts a connection as that of another address; false if that has one too many. */
  boolean moved(InetAddress from, InetAddress to) {
    var limit = connections.move(from, to);
    limit.ifPresent(metrics::limitHit);
    return limit.isEmpty();
  }

  /** A connection that was counted is gone. */
  public void closed(InetAddress peer) {
    if (connections.close(peer) == 0 && stopping()) drained.complete(null);
  }

  /** Whether each answer that begins is the last one of its connection. */
  public boolean draining() {
    return draining;
  }

  /** Has each answer that begins from now on end its connection. */
  public void drains() {
    draining = true;
  }

  /** Whether no further requests are taken. */
  public boolean stopping() {
    return served.isStopping();
  }

  /** Takes no further requests, and ends what would go on without end. */
  public void stops() {
    draining = true;
    served.stops();
  }

  /** Waits until every connection is gone, as long as there is time. */
  public void awaitDrained(TimeLeft deadline) {
    if (connections.total() == 0) drained.complete(null);
    try {
      drained.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      LOG.atInfo().addKeyValue("connections", connections.total()).log("stopped_with_connections");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether what handlers still return is not sent. */
  public boolean over() {
    return over;
  }

  /** Sends nothing more that handlers return. */
  public void ends() {
    over = true;
  }

  /** Remembers a request that no connection has any more, as long as it is at work. */
  public void orphaned(Exchange exchange) {
    synchronized (orphans) {
      orphans.add(exchange);
    }
  }

  /**
   * Ends the requests that no connection has any more, those first that wait for a thread, since
   * each that is interrupted frees one; how many there were.
   */
  public int interruptOrphans() {
    synchronized (orphans) {
      var waiting = orphans.stream().filter(Exchange::forestall).count();
      return (int) (waiting + orphans.stream().filter(Exchange::interrupt).count());
    }
  }

  /** An answer ends in the middle; its client sees that, and the log says so. */
  public void cutOff(String connection, String reason) {
    LOG.atWarn()
        .addKeyValue("connection", connection)
        .addKeyValue("reason", reason)
        .log("answer_cut_off");
  }

  /** A connection, or a stream, broke; clients do that, so nobody needs to hear of it. */
  public void broken(Throwable cause) {
    if (LOG.isDebugEnabled()) LOG.debug("connection_broken", LoggedFault.of(cause));
    FatalErrors.tell(cause);
  }
}

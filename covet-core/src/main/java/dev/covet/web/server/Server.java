package dev.covet.web.server;

import dev.covet.base.loop.FatalErrors;
import dev.covet.base.loop.Loops;
import dev.covet.base.observe.LoggedFault;
import dev.covet.base.observe.Metrics;
import dev.covet.web.http.Dispatcher;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP/1.1 server in front of an app. Safe for use by many threads.
 *
 * <p>Each request runs in a thread of its own, with plain blocking code.
 */
public final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  /** What handlers get after they were interrupted, before what they use is closed. */
  private static final Duration INTERRUPTED_MAX = Duration.ofSeconds(1);

  /** Then every connection that was accepted is known; nothing holds up the loop that does it. */
  private static final Duration LISTENER_CLOSES_MAX = Duration.ofSeconds(1);

  /** A request that was sent before the stop arrives within this; then idle connections close. */
  private static final Duration LAST_LOOK = Duration.ofMillis(100);

  /** An event loop that does nothing for so long is held up. */
  private static final Duration LOOP_ANSWERS_MAX = Duration.ofMillis(100);

  private final ServerLimits limits;
  private final Metrics metrics;
  private final Loops loops;
  private final IdentityHashMap<EventLoop, LoopLocal> locals = new IdentityHashMap<>();
  private final OpenConnections connections;
  private final Admission admission;
  private final CompletableFuture<Void> drained = new CompletableFuture<>();
  private final Listener listener;

  /** Requests that have lost their connection, or their place in it, and may still be at work. */
  private final Set<Exchange> orphans = Collections.newSetFromMap(new WeakHashMap<>());

  private volatile boolean stopping;

  /** The grace is over: what handlers still return is not sent. */
  private volatile boolean over;

  private Server(Dispatcher app, ServerSettings settings, Loops loops) {
    this.limits = settings.limits();
    this.metrics = loops.metrics();
    this.loops = loops;
    this.connections = new OpenConnections(limits, settings.proxies());
    this.admission = new Admission(app, settings, loops);
    loops.loops().forEach(loop -> locals.put(loop.events(), new LoopLocal(loop, limits)));
    this.listener = listening(settings);
    metrics.gauge("active_connections", connections::total);
    metrics.gauge("requests_in_flight", admission::inFlight);
  }

  /**
   * Starts a server; its port is open when this returns.
   *
   * @param loops those of the app, which are open longer than the server
   * @throws dev.covet.base.config.StartFailure if the address cannot be bound
   */
  public static Server start(Dispatcher app, ServerSettings settings, Loops loops) {
    return new Server(app, settings, loops);
  }

  private Listener listening(ServerSettings settings) {
    try {
      return new Listener(this, loops, settings);
    } catch (Throwable e) {
      locals.values().forEach(LoopLocal::close);
      throw e;
    }
  }

  /** What the connections of a loop share. */
  LoopLocal local(EventLoop loop) {
    var local = locals.get(loop);
    if (local == null) throw new IllegalStateException("not a loop of this server");
    return local;
  }

  /** The port on which it listens. */
  public int port() {
    return listener.port();
  }

  /** Where requests run, for the start line: {@code loop}, or {@code jdk} and why. */
  public String threadMode() {
    return loops.threadMode();
  }

  /** Number of open connections. */
  public int connections() {
    return connections.total();
  }

  /** What was counted: limit hits, demotions. */
  public Metrics metrics() {
    return metrics;
  }

  /**
   * Stops taking connections and requests, lets running requests finish, then closes everything. A
   * second call waits for the first, and does nothing. It returns within the grace and about a
   * second, even if a handler takes no notice; such a handler goes on.
   *
   * @param grace longest wait; requests still running then are interrupted, and get a second more
   * @return number of requests that were interrupted
   */
  public int stop(Duration grace) {
    return stop(grace, Thread.currentThread());
  }

  /**
   * Stops as {@link #stop(Duration)} does.
   *
   * @param ending the thread that waits for this; if it handles a request, as one that called
   *     {@code System.exit}, that request is given up at once
   */
  public synchronized int stop(Duration grace, Thread ending) {
    if (stopping) return 0;
    var graceful = TimeLeft.in(grace);
    TimeLeft.in(LISTENER_CLOSES_MAX).await(listener.close());
    stopping = true;
    var lastLook = grace.compareTo(LAST_LOOK) > 0 ? LAST_LOOK : Duration.ZERO;
    onEachLoop(local -> local.connections().forEach(each -> each.drain(ending, lastLook)))
        .values()
        .forEach(graceful::await);
    if (connections.total() == 0) drained.complete(null);
    awaitDrained(graceful);
    admission.awaitIdle(graceful.left());
    over = true;
    var last = TimeLeft.in(INTERRUPTED_MAX);
    var interrupted = interruptAll();
    admission.awaitIdle(last.left());
    locals.values().forEach(LoopLocal::close);
    return interrupted;
  }

  /**
   * Breaks the connections off first, so that no interrupted handler answers; then come the
   * requests that wait for a thread, since each that is interrupted frees one. A loop that is held
   * up does so once what holds it up is interrupted, and ends.
   */
  private int interruptAll() {
    var broken = onEachLoop(local -> local.connections().forEach(Conversation::breakOff));
    var soon = TimeLeft.in(LOOP_ANSWERS_MAX);
    var heldUp = 0;
    for (var each : broken.entrySet()) {
      if (soon.await(each.getValue())) continue;
      if (each.getKey().loop().interruptCarried()) heldUp++;
      each.getValue().addListener(_ -> interruptOrphans());
    }
    return heldUp + interruptOrphans();
  }

  private int interruptOrphans() {
    synchronized (orphans) {
      var waiting = orphans.stream().filter(Exchange::forestall).count();
      return (int) (waiting + orphans.stream().filter(Exchange::interrupt).count());
    }
  }

  /** Remembers a request that no connection has any more, as long as it is at work. */
  void orphaned(Exchange exchange) {
    synchronized (orphans) {
      orphans.add(exchange);
    }
  }

  private Map<LoopLocal, Future<?>> onEachLoop(Consumer<LoopLocal> task) {
    var done = new IdentityHashMap<LoopLocal, Future<?>>();
    locals
        .values()
        .forEach(local -> done.put(local, local.loop().events().submit(() -> task.accept(local))));
    return done;
  }

  private void awaitDrained(TimeLeft deadline) {
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

  /** Stops without grace. */
  @Override
  public void close() {
    stop(Duration.ZERO);
  }

  Admission admission() {
    return admission;
  }

  OpenConnections open() {
    return connections;
  }

  ServerLimits limits() {
    return limits;
  }

  boolean stopping() {
    return stopping;
  }

  boolean over() {
    return over;
  }

  void closed(InetAddress peer) {
    if (connections.close(peer) == 0 && stopping) drained.complete(null);
  }

  /** An answer ends in the middle; its client sees that, and the log says so. */
  void cutOff(String connection, String reason) {
    LOG.atWarn()
        .addKeyValue("connection", connection)
        .addKeyValue("reason", reason)
        .log("answer_cut_off");
  }

  /** A connection broke; clients do that, so nobody needs to hear of it. */
  void broken(Throwable cause) {
    if (LOG.isDebugEnabled()) LOG.debug("connection_broken", LoggedFault.of(cause));
    FatalErrors.tell(cause);
  }
}

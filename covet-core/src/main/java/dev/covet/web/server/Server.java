package dev.covet.web.server;

import dev.covet.base.loop.Loops;
import dev.covet.base.observe.Metrics;
import dev.covet.web.address.OpenConnection;
import dev.covet.web.http.Dispatcher;
import dev.covet.web.server.carrier.Conversation;
import dev.covet.web.server.carrier.LoopLocal;
import dev.covet.web.server.carrier.OpenConnections;
import dev.covet.web.server.carrier.ServedApp;
import dev.covet.web.server.carrier.ServerState;
import dev.covet.web.server.carrier.TimeLeft;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * A server in front of an app: HTTP/1.1 and HTTP/2. Safe for use by many threads.
 *
 * <p>Each request runs in a thread of its own, with plain blocking code.
 */
public final class Server implements AutoCloseable {
  /** What handlers get after they were interrupted, before what they use is closed. */
  private static final Duration INTERRUPTED_MAX = Duration.ofSeconds(1);

  /** Then every connection that was accepted is known; nothing holds up the loop that does it. */
  private static final Duration LISTENER_CLOSES_MAX = Duration.ofSeconds(1);

  /** A connection that was opened before the stop is accepted within this. */
  private static final Duration LAST_ACCEPT = Duration.ofMillis(20);

  /** A request that was sent before the stop arrives within this; then idle connections close. */
  private static final Duration LAST_LOOK = Duration.ofMillis(100);

  /** An event loop that does nothing for so long is held up. */
  private static final Duration LOOP_ANSWERS_MAX = Duration.ofMillis(250);

  private final ServerState state;
  private final Loops loops;
  private final IdentityHashMap<EventLoop, LoopLocal> locals = new IdentityHashMap<>();
  private final Protocols protocols;
  private final Listener listener;

  private Server(Dispatcher app, ServerSettings settings, Loops loops) {
    var limits = settings.limits();
    var connections = new OpenConnections(limits, settings.proxies().all());
    this.state = new ServerState(new ServedApp(app, limits), connections, loops);
    this.loops = loops;
    loops.loops().forEach(loop -> locals.put(loop.events(), new LoopLocal(loop, limits)));
    this.protocols = speaking(settings);
    this.listener = listening(settings);
    app.servedBy(this::listed);
    loops.metrics().gauge("active_connections", state::connections);
    loops.metrics().gauge("requests_in_flight", state.served()::inFlight);
  }

  /**
   * Starts a server; its port is open when this returns.
   *
   * @param loops those of the app, which are open longer than the server
   * @throws dev.covet.base.config.StartFailure if the address cannot be bound, or a certificate not
   *     be used
   */
  public static Server start(Dispatcher app, ServerSettings settings, Loops loops) {
    return new Server(app, settings, loops);
  }

  private Protocols speaking(ServerSettings settings) {
    try {
      return new Protocols(loops, settings);
    } catch (Throwable e) {
      locals.values().forEach(LoopLocal::close);
      throw e;
    }
  }

  private Listener listening(ServerSettings settings) {
    try {
      return new Listener(state, locals, protocols, loops, settings);
    } catch (Throwable e) {
      protocols.close();
      locals.values().forEach(LoopLocal::close);
      throw e;
    }
  }

  /** The port on which it listens; 0 if it does on a Unix domain socket. */
  public int port() {
    return listener.port();
  }

  /** Where requests run, for the start line: {@code loop}, or {@code jdk} and why. */
  public String threadMode() {
    return loops.threadMode();
  }

  /**
   * What drives its sockets, for the start line: {@code epoll}, or {@code nio} and why no better.
   */
  public String sockets() {
    return loops.sockets();
  }

  /** Number of open connections. */
  public int connections() {
    return state.connections();
  }

  /** What was counted: limit hits, demotions. */
  public Metrics metrics() {
    return state.metrics();
  }

  /**
   * Goes on serving, but has each answer end its connection ({@code Connection: close}), so that
   * its client asks elsewhere next time: what comes before a stop that is announced.
   */
  public void drain() {
    state.drains();
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
    if (state.stopping()) return 0;
    var graceful = TimeLeft.in(grace);
    state.drains(); // before a client can see that nobody listens any more
    var looks = grace.compareTo(LAST_LOOK) > 0;
    TimeLeft.in(LISTENER_CLOSES_MAX).await(listener.close(looks ? LAST_ACCEPT : Duration.ZERO));
    state.stops();
    var lastLook = looks ? LAST_LOOK : Duration.ZERO;
    onEachLoop(local -> local.connections().forEach(each -> each.drain(ending, lastLook)))
        .values()
        .forEach(graceful::await);
    state.awaitDrained(graceful);
    state.served().awaitIdle(graceful.left());
    state.ends();
    var last = TimeLeft.in(INTERRUPTED_MAX);
    var interrupted = interruptAll();
    state.served().awaitIdle(last.left());
    locals.values().forEach(LoopLocal::close);
    protocols.close();
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
      each.getValue().addListener(_ -> state.interruptOrphans());
    }
    return heldUp + state.interruptOrphans();
  }

  private Map<LoopLocal, Future<?>> onEachLoop(Consumer<LoopLocal> task) {
    var done = new IdentityHashMap<LoopLocal, Future<?>>();
    locals
        .values()
        .forEach(local -> done.put(local, local.loop().events().submit(() -> task.accept(local))));
    return done;
  }

  /** The connections of all loops; of one that does not answer within a moment, none. */
  private List<OpenConnection> listed() {
    var all = new ConcurrentLinkedQueue<OpenConnection>();
    var soon = TimeLeft.in(LOOP_ANSWERS_MAX);
    onEachLoop(local -> all.addAll(local.listed())).values().forEach(soon::await);
    return List.copyOf(all);
  }

  /** Stops without grace. */
  @Override
  public void close() {
    stop(Duration.ZERO);
  }

  ServerState state() {
    return state;
  }
}

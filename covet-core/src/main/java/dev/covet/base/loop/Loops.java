package dev.covet.base.loop;

import dev.covet.base.observe.Metrics;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.EventExecutorChooserFactory.EventExecutorChooser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event loops of an app, its pools beside them, and the watchdog over them. The app owns them;
 * a server, a database or a client of other services borrows them.
 */
public final class Loops implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Loops.class);

  /** How long the end of loops is waited for: one that is held up ends when it is let go. */
  private static final Duration ENDING_MAX = Duration.ofSeconds(1);

  private static final Duration SHUTDOWN_MAX = Duration.ofSeconds(5);

  private final ChosenTransport chosen;
  private final MultiThreadIoEventLoopGroup group;
  private final MultiThreadIoEventLoopGroup acceptor;
  private final IdentityHashMap<EventLoop, Loop> loops = new IdentityHashMap<>();
  private final Threads threads;
  private final Metrics metrics;
  private final String threadMode;
  private final Pools pools;
  private final Watchdog watchdog;

  /**
   * Starts loops.
   *
   * @param mode where virtual threads of requests run
   * @param count number of event loops, from 1
   * @param metrics where loops and pools are counted and measured
   */
  public Loops(ThreadMode mode, int count, Metrics metrics) {
    this(mode, count, metrics, PoolLimits.DEFAULT);
  }

  /**
   * Starts loops beside pools of other sizes than usual.
   *
   * @param mode where virtual threads of requests run
   * @param count number of event loops, from 1
   * @param metrics where loops and pools are counted and measured
   */
  public Loops(ThreadMode mode, int count, Metrics metrics, PoolLimits limits) {
    this(mode, TransportMode.AUTO, count, metrics, limits);
  }

  /**
   * Starts loops on a transport.
   *
   * @param mode where virtual threads of requests run
   * @param transport what drives sockets, where this machine has it
   * @param count number of event loops, from 1
   * @param metrics where loops and pools are counted and measured
   */
  public Loops(
      ThreadMode mode, TransportMode transport, int count, Metrics metrics, PoolLimits limits) {
    this(
        mode,
        ChosenTransport.of(transport),
        count,
        new Pools(limits, metrics),
        metrics,
        found(mode));
  }

  /** Loops beside pools, with what was found of the machine and of the JDK's internals. */
  Loops(
      ThreadMode mode,
      ChosenTransport chosen,
      int count,
      Pools pools,
      Metrics metrics,
      LoopThreads.@Nullable Found found) {
    var groups = groups(chosen, count);
    this.chosen = groups.chosen();
    group = groups.loops();
    acceptor = groups.acceptor();
    group.forEach(each -> loops.put((EventLoop) each, new Loop((EventLoop) each)));
    this.metrics = metrics;
    threads = new Threads(found == null ? null : found.threads().orElse(null), metrics);
    threadMode = describe(mode, found);
    metrics.gauge("loop_stall_seconds", this::stallSeconds);
    this.pools = pools;
    watchdog = new Watchdog(loops(), threads);
    watchdog.start();
  }

  /** Event loops, on the transport that could be had for all of them. */
  private record Groups(
      ChosenTransport chosen,
      MultiThreadIoEventLoopGroup acceptor,
      MultiThreadIoEventLoopGroup loops) {}

  /** A machine may have rings, but fewer than there are loops: limits count their memory. */
  private Groups groups(ChosenTransport wanted, int count) {
    var handlers = wanted.transport().ioHandlers();
    MultiThreadIoEventLoopGroup first = null;
    try {
      first = new MultiThreadIoEventLoopGroup(1, handlers);
      var all = new MultiThreadIoEventLoopGroup(count, (Executor) null, this::chooser, handlers);
      return new Groups(wanted, first, all);
    } catch (IllegalStateException | LinkageError e) {
      if (first != null) {
        var _ = first.shutdownGracefully(0, 0, TimeUnit.SECONDS);
      }
      if (wanted.isLast()) throw e;
      return groups(wanted.next(e), count);
    }
  }

  private static LoopThreads.@Nullable Found found(ThreadMode mode) {
    return mode == ThreadMode.JDK ? null : LoopThreads.find();
  }

  private static String describe(ThreadMode mode, LoopThreads.@Nullable Found found) {
    if (found != null && found.threads().isPresent()) return "loop";
    return mode == ThreadMode.JDK || found == null ? "jdk" : "jdk (" + found.why() + ")";
  }

  /** The transport that runs. */
  public Transport transport() {
    return chosen.transport();
  }

  /** What drives sockets, for the start line: {@code epoll}, or {@code nio} and why no better. */
  public String sockets() {
    return chosen.described();
  }

  /**
   * Where the virtual threads of requests run, for the start line: {@code loop}, or {@code jdk} and
   * why.
   */
  public String threadMode() {
    return threadMode;
  }

  /** Whether virtual threads of trusted routes run on the loops. */
  public boolean onLoops() {
    return threads.onLoops();
  }

  /** One loop after the other, but for those that are held up while any is not. */
  private EventExecutorChooser chooser(EventExecutor[] all) {
    var count = new AtomicInteger();
    return () -> {
      var first = count.getAndIncrement();
      for (var i = 0; i < all.length; i++) {
        var next = all[Math.floorMod(first + i, all.length)];
        var loop = loops.get(next);
        if (loop == null || !loop.heldUp()) return next;
      }
      return all[Math.floorMod(first, all.length)];
    };
  }

  /** Netty's view of the loops. */
  public EventLoopGroup group() {
    return group;
  }

  /**
   * A loop for listening sockets alone: it carries no threads, so that nothing keeps it from
   * accepting connections, or from closing its sockets.
   */
  public EventLoopGroup acceptor() {
    return acceptor;
  }

  /** Every loop. */
  public List<Loop> loops() {
    return new ArrayList<>(loops.values());
  }

  /** The loop over one of Netty's event loops of this group. */
  public Loop loop(EventLoop events) {
    var loop = loops.get(events);
    if (loop == null) throw new IllegalArgumentException("not a loop of this group: " + events);
    return loop;
  }

  /** The loop whose turn it is to be given something to do, by turns. */
  public Loop next() {
    return loop((EventLoop) group.next());
  }

  /** The loop that carries the calling thread; null if none does. */
  public @Nullable Loop current() {
    for (var loop : loops.values()) {
      if (loop.carriesCaller()) return loop;
    }
    return null;
  }

  /** What the app counts and measures, loops and pools among it. */
  public Metrics metrics() {
    return metrics;
  }

  /** The pool on which {@code @Blocking} routes run: usually 64 threads, 1,024 tasks waiting. */
  public Pool blocking() {
    return pools.blocking();
  }

  /**
   * The pool for calculations: usually one thread fewer than there are cores, 256 tasks waiting.
   */
  public Pool cpu() {
    return pools.cpu();
  }

  /**
   * Makes a pool that ends with these loops, for what has threads of its own, such as a database.
   *
   * @param name for thread names and metrics; the second pool of a name has {@code -2} behind it
   * @param threadsMax most threads at once, from 1
   * @param queueMax most tasks that wait for a thread, from 1
   */
  public Pool pool(String name, int threadsMax, int queueMax) {
    return pools.made(name, threadsMax, queueMax);
  }

  /**
   * Runs a request's work on a thread of its own: virtual, or of the blocking pool if its route is
   * blocking. Called on the loop of its connection; on a trusted route the first segment has run
   * when this returns.
   *
   * @throws PoolFull if the route is blocking and the pool is full
   */
  public void start(Loop loop, Trust trust, Runnable work) {
    if (trust.blocking()) {
      pools.blocking().execute(work);
    } else {
      threads.start(loop, trust, work);
    }
  }

  /** Seconds for which the slowest loop has been standing still; 0 or 1 while all are well. */
  public long stallSeconds() {
    return loops.values().stream().mapToLong(Loop::stallSeconds).max().orElse(0);
  }

  /**
   * Ends the loops and waits for their threads, at most 1 s; what still runs on the pools is
   * interrupted, and the log says so if a loop is still held up.
   */
  @Override
  public void close() {
    if (!close(ENDING_MAX) && loops.values().stream().anyMatch(each -> each.carried() != null)) {
      LOG.warn("loops_held_up"); // and not only slow, as on a machine with much else to do
    }
  }

  /**
   * Ends the loops and waits for their threads; what still runs on the pools is interrupted.
   *
   * @param most longest wait: a loop whose thread is held up ends when it is let go
   * @return whether all have ended
   */
  public boolean close(Duration most) {
    pools.close();
    var end = System.nanoTime() + most.toNanos();
    var ends =
        Stream.of(acceptor, group)
            .map(each -> each.shutdownGracefully(0, SHUTDOWN_MAX.toSeconds(), TimeUnit.SECONDS))
            .toList();
    var ended = true;
    for (var each : ends) {
      ended &= each.awaitUninterruptibly(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
    watchdog.close();
    threads.close();
    return ended;
  }
}

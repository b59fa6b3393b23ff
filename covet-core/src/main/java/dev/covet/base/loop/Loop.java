package dev.covet.base.loop;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.SingleThreadEventExecutor;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One event loop and the virtual threads that it carries: it runs their segments one by one, and is
 * what the watchdog looks at.
 */
public final class Loop {
  /** Segments run in a row before sockets get their turn again. */
  private static final int SEGMENTS_IN_A_ROW_MAX = 64;

  /** How long segments may follow one another before sockets get their turn: 2 ms. */
  private static final long TURN_NANOS_MAX = 2_000_000;

  /** How long a loop that was held up carries no threads, only sockets. */
  private static final long REST_NANOS = 1_000_000_000;

  private final EventLoop events;
  private final Queue<RequestThread> ready = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean draining = new AtomicBoolean();

  /** How often it has turned to its line; written on the loop alone. */
  private final AtomicInteger turns = new AtomicInteger();

  /**
   * What the carried thread asked to be done as soon as it leaves the loop; touched on the loop
   * alone.
   */
  private final Queue<Runnable> afterSegment = new ArrayDeque<>();

  /**
   * The request whose thread runs on the loop now. Written on the loop, read by the watchdog, hence
   * volatile.
   */
  private volatile @Nullable RequestThread carried;

  private volatile @Nullable LoopWait pinnedWait;

  /** When it last said that it runs; 0 if nobody has it say so. */
  private volatile long aliveNanos;

  /** When sockets last had their turn; touched on the loop alone. */
  private long turnNanos = System.nanoTime();

  /** When it carries threads again; 0 if it does. */
  private volatile long restEndNanos;

  Loop(EventLoop events) {
    this.events = events;
  }

  /** Netty's event loop under this one. */
  public EventLoop events() {
    return events;
  }

  /**
   * Runs a task on this loop: as soon as the calling thread leaves the loop if the loop carries it,
   * else when its turn comes.
   *
   * @throws RejectedExecutionException if the loop has ended
   */
  public void execute(Runnable task) {
    if (carriesCaller()) {
      afterSegment.add(task);
    } else {
      events.execute(task);
    }
  }

  /** Whole seconds since the loop last said that it runs; 0 or 1 while it is well. */
  public long stallSeconds() {
    var alive = aliveNanos;
    return alive == 0 ? 0 : Math.max(0, System.nanoTime() - alive) / 1_000_000_000;
  }

  /**
   * Notes that the loop runs; a task of the loop calls it every second or more often, until {@link
   * #beatsNoMore}.
   */
  public void beat() {
    aliveNanos = System.nanoTime() | 1;
  }

  /** Nobody has it say any more that it runs. */
  public void beatsNoMore() {
    aliveNanos = 0;
  }

  /**
   * Lets the loop carry no threads for a second. Requests that came while it was held up may well
   * be held up by the same thing, and would each do it again, one after another.
   */
  void rest() {
    restEndNanos = System.nanoTime() + REST_NANOS | 1;
  }

  /** Whether threads are to be carried elsewhere now. */
  boolean rests() {
    var end = restEndNanos;
    if (end == 0) return false;
    var rests = System.nanoTime() - end <= 0;
    if (!rests) restEndNanos = 0;
    return rests;
  }

  /** Whether a thread has held it up for long, now or within the last second; from any thread. */
  boolean heldUp() {
    var end = restEndNanos;
    return end != 0 && System.nanoTime() - end <= 0;
  }

  /** Interrupts the thread that it carries; whether there is one. From any thread. */
  public boolean interruptCarried() {
    var holding = carried;
    if (holding == null) return false;
    holding.thread().interrupt();
    return true;
  }

  boolean carriesCaller() {
    var request = carried;
    return request != null && request.isOnLoop();
  }

  /**
   * Notes what the carried thread waits for; it matters if the thread is still here while it waits.
   */
  void waits(@Nullable LoopWait wait) {
    if (carriesCaller()) pinnedWait = wait;
  }

  /** Puts a segment in line; from any thread. */
  void line(RequestThread segment, Executor otherwise) {
    ready.add(segment);
    if (draining.compareAndSet(false, true)) drainOr(otherwise);
  }

  /** Drains soon; a loop that has ended takes no more tasks, but what is in line is not lost. */
  private void drainOr(Executor otherwise) {
    try {
      submitDrain();
    } catch (RejectedExecutionException _) {
      draining.set(false);
      giveAway(otherwise);
    }
  }

  private void drain() {
    draining.set(false);
    turns.setRelease(turns.getPlain() + 1);
    RequestThread next;
    var left = SEGMENTS_IN_A_ROW_MAX;
    try {
      while (left-- > 0 && (next = ready.poll()) != null) next.run();
    } finally {
      if (!ready.isEmpty() && draining.compareAndSet(false, true)) drainOr(Runnable::run);
    }
  }

  /**
   * Netty runs tasks that beget tasks for up to a second before it looks at a socket. A scheduled
   * one waits until it has looked.
   */
  private void submitDrain() {
    if (events.inEventLoop()) {
      var now = System.nanoTime();
      if (now - turnNanos > TURN_NANOS_MAX) {
        turnNanos = now;
        var _ = events.schedule(this::drain, 1, TimeUnit.NANOSECONDS);
        return;
      }
    }
    events.execute(this::drain);
  }

  /** Hands the waiting segments to another executor, since this loop stands still or has ended. */
  void giveAway(Executor otherwise) {
    RequestThread next;
    while ((next = ready.poll()) != null) otherwise.execute(next);
  }

  /** Whether segments are in line; from any thread. */
  boolean isAwaited() {
    return !ready.isEmpty();
  }

  /** How often it has turned to those in line, around zero again at some time; from any thread. */
  int turns() {
    return turns.getAcquire();
  }

  /** Where its own thread is now, innermost call first; nothing if that cannot be told. */
  StackTraceElement[] stack() {
    return events instanceof SingleThreadEventExecutor executor
        ? executor.threadProperties().stackTrace()
        : new StackTraceElement[0];
  }

  /** Runs one segment here, then what its thread left to do. */
  void carry(RequestThread request, Runnable segment) {
    carried = request;
    try {
      segment.run();
    } finally {
      carried = null;
      pinnedWait = null;
    }
    Runnable task;
    while ((task = afterSegment.poll()) != null) task.run();
  }

  @Nullable RequestThread carried() {
    return carried;
  }

  @Nullable LoopWait pinnedWait() {
    return pinnedWait;
  }
}

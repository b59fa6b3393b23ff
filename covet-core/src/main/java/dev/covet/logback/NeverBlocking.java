package dev.covet.logback;

import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.spi.DeferredProcessingAware;
import dev.covet.base.observe.LogContext;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Hands events to another appender on a thread of its own, so that a slow console never holds up a
 * request: where the queue is full, the event is dropped and counted. While the process ends,
 * whoever ends it writes itself, so that the last lines are not lost; requests and event loops,
 * which go on until they are done, still wait for nothing.
 *
 * @param <E> kind of event
 */
final class NeverBlocking<E extends DeferredProcessingAware> extends UnsynchronizedAppenderBase<E> {
  /** Most events that wait. */
  static final int QUEUE_MAX = 8192;

  /** How the threads of event loops are called. */
  private static final String LOOPS = "multiThreadIoEventLoopGroup";

  private static final long STOP_MILLIS_MAX = 2_000;

  private static final long PAUSE_NANOS_MAX = 1_000_000_000;
  private static final long LOOK_NANOS = 1_000_000;

  private final Appender<E> target;

  /** Without a lock: an event loop and a thread that it carries would wait there for each other. */
  private final Queue<E> queue = new ConcurrentLinkedQueue<>();

  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong dropped = new AtomicLong();
  private final Thread writer =
      Thread.ofPlatform().daemon().name("covet-log").unstarted(this::writeAll);
  private final Thread hook =
      Thread.ofPlatform().name("covet-log-end").unstarted(this::processEnds);
  private volatile boolean ending;
  private volatile boolean stopped;

  NeverBlocking(Appender<E> target) {
    this.target = target;
  }

  @Override
  public void start() {
    writer.start();
    endWithTheProcess();
    super.start();
  }

  private void endWithTheProcess() {
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException _) {
      ending = true; // the process is ending already
    }
  }

  @Override
  public void stop() {
    super.stop();
    stopped = true;
    LockSupport.unpark(writer);
    try {
      writer.join(STOP_MILLIS_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    target.stop();
  }

  /** Number of events that found the queue full. */
  long dropped() {
    return dropped.get();
  }

  @Override
  protected void append(E event) {
    event.prepareForDeferredProcessing();
    if (ending && mayWait()) {
      target.doAppend(event);
    } else if (waiting.incrementAndGet() > QUEUE_MAX) {
      waiting.decrementAndGet();
      dropped.incrementAndGet();
    } else {
      queue.add(event);
      LockSupport.unpark(writer);
    }
  }

  /** Whether the caller is none that has to go on: a virtual thread, a request, an event loop. */
  private static boolean mayWait() {
    var thread = Thread.currentThread();
    return !thread.isVirtual()
        && !thread.getName().startsWith(LOOPS)
        && LogContext.requestId().isEmpty();
  }

  /** Waits until what is there is written; the writer goes on as long as the process does. */
  void processEnds() {
    ending = true;
    var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_MILLIS_MAX);
    while (waiting.get() > 0 && System.nanoTime() < end) LockSupport.parkNanos(LOOK_NANOS);
    tellDropped();
  }

  private boolean writeNext() {
    var event = queue.poll();
    if (event == null) return false;
    try {
      target.doAppend(event);
    } finally {
      waiting.decrementAndGet();
    }
    return true;
  }

  private void writeAll() {
    while (!stopped) {
      if (!writeNext()) LockSupport.parkNanos(this, PAUSE_NANOS_MAX);
    }
    while (writeNext()) {}
    tellDropped();
  }

  private void tellDropped() {
    if (dropped.get() > 0) {
      addWarn(
          "%s log events were dropped, because the queue of %s was full"
              .formatted(dropped, QUEUE_MAX));
    }
  }
}

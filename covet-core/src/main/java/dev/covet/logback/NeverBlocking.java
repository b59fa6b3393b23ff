package dev.covet.logback;

import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.spi.DeferredProcessingAware;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Hands events to another appender on a thread of its own, so that a slow console never holds up a
 * request: where the queue is full, the event is dropped and counted. While the process ends,
 * whoever logs writes itself, so that the last lines are not lost.
 *
 * @param <E> kind of event
 */
final class NeverBlocking<E extends DeferredProcessingAware> extends UnsynchronizedAppenderBase<E> {
  /** Most events that wait. */
  static final int QUEUE_MAX = 8192;

  private static final long STOP_MILLIS_MAX = 2_000;

  private static final long PAUSE_NANOS_MAX = 1_000_000_000;

  private final Appender<E> target;

  /** Without a lock: an event loop and a thread that it carries would wait there for each other. */
  private final Queue<E> queue = new ConcurrentLinkedQueue<>();

  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong dropped = new AtomicLong();
  private final Thread writer =
      Thread.ofPlatform().daemon().name("covet-log").unstarted(this::writeAll);
  private final Thread ending = Thread.ofPlatform().name("covet-log-end").unstarted(this::end);
  private volatile boolean direct;

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
      Runtime.getRuntime().addShutdownHook(ending);
    } catch (IllegalStateException _) {
      end(); // the process is ending already
    }
  }

  @Override
  public void stop() {
    super.stop();
    end();
    target.stop();
  }

  /** Number of events that found the queue full. */
  long dropped() {
    return dropped.get();
  }

  @Override
  protected void append(E event) {
    event.prepareForDeferredProcessing();
    if (direct) {
      target.doAppend(event);
    } else if (waiting.incrementAndGet() > QUEUE_MAX) {
      waiting.decrementAndGet();
      dropped.incrementAndGet();
    } else {
      queue.add(event);
      LockSupport.unpark(writer);
    }
  }

  /** Takes the writer away and writes what is left; from now on {@code append} writes itself. */
  private void end() {
    direct = true;
    LockSupport.unpark(writer);
    try {
      writer.join(STOP_MILLIS_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean writeNext() {
    var event = queue.poll();
    if (event == null) return false;
    waiting.decrementAndGet();
    target.doAppend(event);
    return true;
  }

  private void writeAll() {
    while (!direct) {
      if (!writeNext()) LockSupport.parkNanos(this, PAUSE_NANOS_MAX);
    }
    while (writeNext()) {}
    if (dropped.get() > 0) {
      addWarn(
          dropped.get()
              + " log events were dropped, because the queue of "
              + QUEUE_MAX
              + " was full");
    }
  }
}

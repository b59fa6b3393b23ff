package dev.covet.logback;

import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.spi.DeferredProcessingAware;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

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

  private final Appender<E> target;
  private final BlockingQueue<E> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
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
    } else if (!queue.offer(event)) {
      dropped.incrementAndGet();
    }
  }

  /** Takes the writer away and writes what is left; from now on {@code append} writes itself. */
  private void end() {
    direct = true;
    writer.interrupt();
    try {
      writer.join(STOP_MILLIS_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeNext() {
    try {
      var event = queue.poll(1, TimeUnit.SECONDS);
      if (event != null) {
        target.doAppend(event);
      }
    } catch (InterruptedException e) {
      direct = true;
    }
  }

  private void writeAll() {
    while (!direct) {
      writeNext();
    }
    for (var event = queue.poll(); event != null; event = queue.poll()) {
      target.doAppend(event);
    }
    if (dropped.get() > 0) {
      addWarn(
          dropped.get()
              + " log events were dropped, because the queue of "
              + QUEUE_MAX
              + " was full");
    }
  }
}

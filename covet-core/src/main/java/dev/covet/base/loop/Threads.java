package dev.covet.base.loop;

import dev.covet.base.observe.Metrics;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the threads of requests, and says where their segments run. */
final class Threads implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Threads.class);

  private final @Nullable LoopThreads maker;
  private final Executor jdkScheduler;
  private final CarrierThreads carriers;
  private final Metrics metrics;

  Threads(@Nullable LoopThreads maker, Metrics metrics) {
    this.maker = maker;
    this.jdkScheduler = maker == null ? ForkJoinPool.commonPool() : maker.jdkScheduler();
    this.carriers = new CarrierThreads(jdkScheduler);
    this.metrics = metrics;
  }

  boolean onLoops() {
    return maker != null;
  }

  Executor jdkScheduler() {
    return jdkScheduler;
  }

  /** Where segments run that might hold up the JDK's scheduler. */
  Executor carriers() {
    return carriers;
  }

  void start(Loop loop, Trust trust, Runnable work) {
    var made = maker;
    if (made == null) {
      Thread.ofVirtual().inheritInheritableThreadLocals(false).start(work);
    } else {
      new RequestThread(this, made, loop, trust, work).start();
    }
  }

  /** Counts that a segment held up its loop. */
  void stalled() {
    metrics.count("loop_stalls_total");
  }

  /** Counts that the wait of a thread was failed which held up the loop that it waited for. */
  void waitFailed() {
    metrics.count("loop_waits_failed_total");
  }

  /** Counts and tells that a loop's own thread stood still, and kept threads waiting. */
  void stoodStill(StackTraceElement[] where) {
    stalled();
    var stack = new StoodStill(where);
    LOG.atWarn().setCause(stack).log("loop_stood_still");
  }

  /** Says once for each route that it holds up what carries it, with the stack if there is one. */
  void demoted(Trust trust, @Nullable Throwable stack) {
    metrics.count("route_demotions_total", "route", trust.name());
    if (trust.firstReport()) {
      LOG.atWarn()
          .addKeyValue("route", trust.name())
          .addKeyValue("hint", "add @Blocking if it needs much CPU or blocks in native code")
          .setCause(stack)
          .log("route_held_up_its_thread");
    }
  }

  @Override
  public void close() {
    carriers.close();
  }

  /** Carries the stack of a loop into the log; never thrown. */
  private static final class StoodStill extends Exception {
    private static final long serialVersionUID = 1;

    StoodStill(StackTraceElement[] stack) {
      super("the event loop had been here for over 100 ms", null, false, true);
      setStackTrace(stack);
    }
  }
}

package dev.covet.base.loop;

import dev.covet.base.observe.Counters;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the threads of requests: on the loop, on the JDK's scheduler, or on the blocking pool. */
final class Threads {
  private static final Logger LOG = LoggerFactory.getLogger(Threads.class);

  private final @Nullable LoopThreads maker;
  private final Executor jdkScheduler;
  private final Counters counters;

  Threads(@Nullable LoopThreads maker, Counters counters) {
    this.maker = maker;
    this.jdkScheduler = maker == null ? ForkJoinPool.commonPool() : maker.jdkScheduler();
    this.counters = counters;
  }

  boolean onLoops() {
    return maker != null;
  }

  Executor jdkScheduler() {
    return jdkScheduler;
  }

  void start(Loop loop, Trust trust, Runnable work) {
    var made = maker;
    if (made == null) {
      Thread.ofVirtual().inheritInheritableThreadLocals(false).start(work);
    } else {
      new RequestThread(this, made, loop, trust, work).start();
    }
  }

  /**
   * Says once for each route that it left its loop, with the stack that held it up if there is one.
   */
  void demoted(Trust trust, @Nullable Throwable stack) {
    counters.add("route_demotions_total", "route", trust.name());
    if (trust.firstReport()) {
      LOG.warn(
          "{} held up its event loop and now runs on the JDK's scheduler;"
              + " say @Blocking if it burns CPU or blocks in native code",
          trust.name(),
          stack);
    }
  }
}

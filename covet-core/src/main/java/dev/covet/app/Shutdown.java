package dev.covet.app;

import dev.covet.base.config.Reason;
import dev.covet.base.loop.FatalErrors;
import dev.covet.web.server.Server;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a program when it is told to, by a signal or {@code System.exit}: in order, as long as that
 * takes no longer than it may, and at once when it is told again. The thread that is told does
 * nothing itself but watch over this. How the process ends is its owner's to say: the code is the
 * one that was given to {@code System.exit}, and the hooks of others run to their ends.
 */
final class Shutdown {
  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

  /** How long stop hooks and the closing of services may take, however little grace is left. */
  private static final Duration CLOSING_MIN = Duration.ofSeconds(5);

  /** The server stops within a second after the grace; this is longer. */
  private static final Duration INTERRUPTING_MAX = Duration.ofSeconds(3);

  /** What is interrupted may take so long to end; so may a last log line. */
  private static final Duration INTERRUPTED_MAX = Duration.ofSeconds(1);

  /** How often it is looked whether there was another signal. */
  private static final Duration LOOK = Duration.ofMillis(20);

  private final RunningApp app;
  private final Duration grace;
  private volatile @Nullable Server server;
  private volatile long closingNanos;
  private volatile boolean closing;

  private Shutdown(RunningApp app, Duration grace) {
    this.app = app;
    this.grace = grace;
  }

  /**
   * Has this done when the process is to end, also while the app still starts. At SIGTERM or SIGINT
   * the exit code is 0, or that of {@link ProcessEnd#SIGNALLED} after a second signal.
   *
   * @param grace the longest that running requests may take to finish
   */
  static Shutdown atEnd(RunningApp app, Duration grace) {
    var shutdown = new Shutdown(app, grace);
    Runtime.getRuntime().addShutdownHook(shutdown.new Hook());
    return shutdown;
  }

  /** Has a server stopped before the app is closed. */
  void serving(Server started) {
    server = started;
  }

  /** Sees who ends the process, since the JVM starts it in the thread that does. */
  private final class Hook extends Thread {
    private @Nullable OtherHooks others;

    Hook() {
      super("covet-stop");
    }

    @Override
    public void start() {
      others = new OtherHooks();
      super.start();
    }

    @Override
    public void run() {
      var found = Objects.requireNonNull(others);
      synchronized (this) {
        end(found);
      }
    }
  }

  /**
   * Ends the process at once when the JVM itself fails, out of memory for one: nothing that it does
   * after that can be trusted, and a supervisor starts it again.
   */
  static void onFatalError() {
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
      LOG.atError().addKeyValue("thread", thread.getName()).setCause(thrown).log("thread_failed");
      if (FatalErrors.isFatal(thrown)) {
        StartLines.fail("The process is ending: " + Reason.of(thrown) + ".");
        ProcessEnd.halt(ProcessEnd.BROKEN);
      }
    });
  }

  private static Thread daemon(String name, Runnable task) {
    return Thread.ofPlatform().daemon().name(name).unstarted(task);
  }

  private void end(OtherHooks others) {
    var signals = new Signals();
    var toldBySignal = Signals.isOne(others.starter());
    if (toldBySignal) others.find();
    var work = daemon("covet-stop-work", () -> stop(others.starter()));
    var start = System.nanoTime();
    work.start();
    while (!join(work, LOOK)) {
      haltIfAgain(signals);
      if (late(start)) {
        breakOff(work);
        break;
      }
    }
    if (toldBySignal) {
      await(others, signals);
      ProcessEnd.halt(0);
    }
  }

  /** Lets the hooks of others end before a halt: a signal has no exit code of 0 otherwise. */
  private static void await(OtherHooks others, Signals signals) {
    var end = System.nanoTime() + CLOSING_MIN.toNanos();
    while (!others.ended() && System.nanoTime() - end < 0) {
      haltIfAgain(signals);
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  private static void haltIfAgain(Signals signals) {
    if (signals.again()) ProcessEnd.halt(ProcessEnd.SIGNALLED);
  }

  /**
   * Requests may take the grace and what the server needs to interrupt them; what is closed after
   * them, what they left of the grace, or 5 s.
   */
  private boolean late(long start) {
    var now = System.nanoTime();
    var over = now - start - grace.toNanos();
    return closing
        ? over > 0 && now - closingNanos > CLOSING_MIN.toNanos()
        : over > INTERRUPTING_MAX.toNanos();
  }

  private static void breakOff(Thread work) {
    var stack = new StillClosing(work.getStackTrace());
    var line = daemon("covet-stop-line", () -> LOG.error("stop_did_not_end", stack));
    line.start();
    work.interrupt();
    join(work, INTERRUPTED_MAX);
    join(line, INTERRUPTED_MAX);
  }

  private static boolean join(Thread thread, Duration most) {
    try {
      return thread.join(most);
    } catch (InterruptedException _) {
      return false;
    }
  }

  private void stop(Thread ending) {
    var serving = server;
    var interrupted = serving == null ? 0 : serving.stop(grace, ending);
    closingNanos = System.nanoTime();
    closing = true;
    if (interrupted > 0) {
      LOG.atWarn().addKeyValue("requests", interrupted).log("stopped_before_requests_ended");
    }
    app.close(ending);
  }

  /** Carries into the log where the stop stands; never thrown. */
  private static final class StillClosing extends Exception {
    private static final long serialVersionUID = 1;

    StillClosing(StackTraceElement[] stack) {
      super("a stop hook, or the closing of a service, was here", null, false, true);
      setStackTrace(stack);
    }
  }
}

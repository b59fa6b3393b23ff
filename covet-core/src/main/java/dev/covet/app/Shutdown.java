package dev.covet.app;

import dev.covet.app.process.ProcessEnd;
import dev.covet.app.process.StartLines;
import dev.covet.base.config.Reason;
import dev.covet.base.config.StartFailure;
import dev.covet.base.loop.FatalErrors;
import dev.covet.base.observe.LoggedFault;
import dev.covet.web.server.Server;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a program when it is told to, by a signal or {@code System.exit}: in order, as long as that
 * takes no longer than it may, and at once at a second signal. The thread that is told does nothing
 * itself but watch over this. How the process ends is its owner's to say: the code is the one that
 * was given to {@code System.exit}, and the hooks of others run to their ends, for which a signal
 * leaves them 5 s more than this takes.
 */
final class Shutdown {
  /** How long stop hooks and the closing of services may take, however little grace is left. */
  private static final Duration CLOSING_MIN = Duration.ofSeconds(5);

  /** How much longer the shutdown hooks of others may take after a signal. */
  private static final Duration OTHERS_MAX = Duration.ofSeconds(5);

  /** The server stops within a second after the grace; this is longer. */
  private static final Duration INTERRUPTING_MAX = Duration.ofSeconds(3);

  /** What is interrupted may take so long to end; so may a last log line. */
  private static final Duration INTERRUPTED_MAX = Duration.ofSeconds(1);

  /** Signals that come together, as from a terminal and a script that passes them on, are one. */
  private static final Duration TOGETHER = Duration.ofMillis(200);

  /** How often it is looked whether the time is over. */
  private static final Duration LOOK = Duration.ofMillis(20);

  /** When the first signal came; 0 before that. */
  private final AtomicLong toldNanos = new AtomicLong();

  private @Nullable RunningApp app;
  private @Nullable Server server;
  private boolean stopping;
  private volatile Duration grace = Duration.ZERO;
  private volatile Duration draining = Duration.ZERO;
  private volatile long closingNanos;
  private volatile boolean closing;

  private Shutdown() {}

  /**
   * Has this done when the process is to end, from now on, also while the app still starts. At
   * SIGTERM, SIGINT or SIGHUP the exit code is 0, or that of {@link ProcessEnd#SIGNALLED} after a
   * second signal.
   */
  static Shutdown atEnd() {
    var shutdown = new Shutdown();
    Runtime.getRuntime().addShutdownHook(shutdown.new Hook());
    Signals.onEnd(shutdown::signalled);
    return shutdown;
  }

  /**
   * Has an app closed.
   *
   * @param most the longest that running requests may take to finish
   * @throws StartFailure if the process is ending already
   */
  synchronized void closes(RunningApp prepared, Duration most) {
    if (stopping) throw ProcessEnd.ending();
    app = prepared;
    grace = most;
  }

  /**
   * Starts a server, which is stopped before the app is closed.
   *
   * @throws StartFailure if the process is ending already, or the server cannot start
   */
  synchronized Server serve(Supplier<Server> start) {
    if (stopping) throw ProcessEnd.ending();
    server = start.get();
    return server;
  }

  /** From now on there is nothing more to stop than there is. */
  private synchronized void stopping() {
    stopping = true;
  }

  /** A first signal ends the process in order, a later one at once. */
  private void signalled() {
    var told = toldNanos.compareAndExchange(0, System.nanoTime() | 1);
    if (told == 0) {
      ProcessEnd.exit(0);
    } else if (System.nanoTime() - told > TOGETHER.toNanos()) {
      ProcessEnd.halt(ProcessEnd.SIGNALLED);
    }
  }

  /** Sees who ends the process, since the JVM starts it in the thread that does. */
  private final class Hook extends Thread {
    private Thread ending = this;

    Hook() {
      super("covet-stop");
    }

    @Override
    public void start() {
      ending = Thread.currentThread();
      super.start();
    }

    @Override
    public void run() {
      end(ending);
    }
  }

  /**
   * Ends the process at once when the JVM itself fails, out of memory for one: nothing that it does
   * after that can be trusted, and a supervisor starts it again.
   */
  static void onFatalError() {
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
      var isFatal = FatalErrors.isFatal(thrown);
      try {
        if (isFatal) StartLines.fail("The process is ending: " + Reason.of(thrown) + ".");
        Log.LOG
            .atError()
            .addKeyValue("thread", thread.getName())
            .setCause(LoggedFault.of(thrown))
            .log("thread_failed");
      } finally { // there may be no memory left for these lines
        if (isFatal) ProcessEnd.halt(ProcessEnd.BROKEN);
      }
    });
  }

  private static Thread daemon(String name, Runnable task) {
    return Thread.ofPlatform().daemon().name(name).unstarted(task);
  }

  private void end(Thread ending) {
    var work = daemon("covet-stop-work", () -> stop(ending));
    var start = System.nanoTime();
    work.start();
    while (!join(work, LOOK)) {
      if (late(start)) {
        breakOff(work);
        break;
      }
    }
    if (toldNanos.get() != 0) daemon("covet-stop-others", Shutdown::limitOthers).start();
  }

  /** The JVM waits for the hooks of others without end; whoever sent a signal does not. */
  private static void limitOthers() {
    await(OTHERS_MAX);
    say(() -> Log.LOG.error("shutdown_hooks_did_not_end"));
    ProcessEnd.halt(ProcessEnd.SIGNALLED);
  }

  /**
   * Requests may take the grace and what the server needs to interrupt them; what is closed after
   * them, what they left of the grace, or 5 s.
   */
  private boolean late(long start) {
    var now = System.nanoTime();
    var over = now - start - draining.toNanos() - grace.toNanos();
    return closing
        ? over > 0 && now - closingNanos > CLOSING_MIN.toNanos()
        : over > INTERRUPTING_MAX.toNanos();
  }

  private static void breakOff(Thread work) {
    var stack = new StillClosing(work.getStackTrace());
    work.interrupt();
    join(work, INTERRUPTED_MAX);
    say(() -> Log.LOG.error("stop_did_not_end", stack));
  }

  /** Logs a line, unless the console is what hangs. */
  private static void say(Runnable line) {
    var saying = daemon("covet-stop-line", line);
    saying.start();
    join(saying, INTERRUPTED_MAX);
  }

  private static boolean join(Thread thread, Duration most) {
    try {
      return thread.join(most);
    } catch (InterruptedException _) {
      return false;
    }
  }

  private void stop(Thread ending) {
    stopping();
    var serving = server;
    var open = app;
    if (serving != null && open != null) {
      // goes on serving, so that whoever sends requests sees that the app is not ready any more
      draining = open.drain();
      if (!draining.isZero()) serving.drain();
      await(draining);
    }
    var interrupted = serving == null ? 0 : serving.stop(grace, ending);
    closingNanos = System.nanoTime();
    closing = true;
    if (interrupted > 0) {
      Log.LOG.atWarn().addKeyValue("requests", interrupted).log("stopped_before_requests_ended");
    }
    if (open != null) open.close(ending);
  }

  private static void await(Duration delay) {
    var end = System.nanoTime() + delay.toNanos();
    for (var left = delay.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** Made for the first line, since a program that does not start may have no logging at all. */
  private static final class Log {
    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);
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

package dev.covet.app;

import dev.covet.web.server.Server;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a program when it is told to: in order, as long as that takes no longer than it may, and at
 * once when it is told again. The thread that is told does nothing itself but watch over this.
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
  private static final Duration LOOK = Duration.ofMillis(50);

  private final Server server;
  private final RunningApp app;
  private final Duration grace;
  private final Thread work = daemon("covet-stop-work", this::stop);
  private volatile long closingNanos;
  private volatile boolean closing;

  private Shutdown(Server server, RunningApp app, Duration grace) {
    this.server = server;
    this.app = app;
    this.grace = grace;
  }

  /**
   * Has this done at SIGTERM or SIGINT; the exit code is then 0, or that of {@link
   * ProcessEnd#SIGNALLED} after a second signal.
   *
   * @param grace the longest that running requests may take to finish
   */
  static void onSignal(Server server, RunningApp app, Duration grace) {
    var shutdown = new Shutdown(server, app, grace);
    Runtime.getRuntime().addShutdownHook(new Thread(shutdown::run, "covet-stop"));
  }

  /**
   * Ends the process at once when the JVM itself fails, out of memory for one: nothing that it does
   * after that can be trusted, and a supervisor starts it again.
   */
  static void onFatalError() {
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
      LOG.error("uncaught exception in thread {}", thread.getName(), thrown);
      if (thrown instanceof VirtualMachineError) {
        StartLines.fail("The process is ending: " + thrown);
        ProcessEnd.halt(ProcessEnd.BROKEN);
      }
    });
  }

  private static Thread daemon(String name, Runnable task) {
    return Thread.ofPlatform().daemon().name(name).unstarted(task);
  }

  private void run() {
    var signals = new Signals();
    var start = System.nanoTime();
    work.start();
    while (!ended(LOOK)) {
      if (signals.again()) ProcessEnd.halt(ProcessEnd.SIGNALLED);
      if (late(start)) {
        breakOff();
        break;
      }
    }
    ProcessEnd.halt(0);
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

  private void breakOff() {
    var stack = new StillClosing(work.getStackTrace());
    var line = daemon("covet-stop-line", () -> LOG.error("stop_did_not_end", stack));
    line.start();
    work.interrupt();
    ended(INTERRUPTED_MAX);
    join(line, INTERRUPTED_MAX);
  }

  private boolean ended(Duration most) {
    return join(work, most);
  }

  private static boolean join(Thread thread, Duration most) {
    try {
      return thread.join(most);
    } catch (InterruptedException _) {
      return false;
    }
  }

  private void stop() {
    var interrupted = server.stop(grace);
    closingNanos = System.nanoTime();
    closing = true;
    if (interrupted > 0) {
      LOG.atWarn().addKeyValue("requests", interrupted).log("stopped_before_requests_ended");
    }
    app.close();
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

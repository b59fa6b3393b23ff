package dev.covet.app;

import dev.covet.web.server.Server;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a program in order when it is told to: requests finish, then everything is closed. */
final class Shutdown {
  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

  private Shutdown() {}

  /**
   * Has this done at SIGTERM or SIGINT; the exit code is then 0.
   *
   * @param grace the longest that running requests may take to finish
   */
  static void onSignal(Server server, RunningApp app, Duration grace) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, app, grace), "covet-stop"));
  }

  /**
   * Ends the process at once when the JVM itself fails, out of memory for one: nothing that it does
   * after that can be trusted, and a supervisor starts it again.
   */
  static void onFatalError() {
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
      LOG.error("thread {} failed", thread.getName(), thrown);
      if (thrown instanceof VirtualMachineError) {
        StartLines.fail("The process ends: " + thrown);
        ProcessEnd.halt(ProcessEnd.BROKEN);
      }
    });
  }

  private static void stop(Server server, RunningApp app, Duration grace) {
    var interrupted = server.stop(grace);
    if (interrupted > 0) {
      LOG.atWarn().addKeyValue("requests", interrupted).log("stopped_before_requests_ended");
    }
    app.close();
    ProcessEnd.halt(0);
  }
}

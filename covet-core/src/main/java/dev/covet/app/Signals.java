package dev.covet.app;

import java.util.List;
import sun.misc.Signal;

/** The signals that end a process: SIGTERM, SIGINT (Ctrl-C) and SIGHUP. */
final class Signals {
  private static final List<String> ENDING = List.of("TERM", "INT", "HUP");

  private Signals() {}

  /**
   * Has a task done at each of these signals, in a thread of its own, instead of what the JVM does.
   * A signal stays with the JVM where it was started to leave signals alone ({@code -Xrs}), where
   * the system does not know it, and in an image without the module {@code jdk.unsupported}.
   */
  static void onEnd(Runnable task) {
    ENDING.forEach(name -> on(name, task));
  }

  private static void on(String name, Runnable task) {
    try {
      Signal.handle(new Signal(name), _ -> task.run());
    } catch (IllegalArgumentException | LinkageError _) {
      // the code of the process is then the JVM's, 128 and the signal's number
    }
  }
}

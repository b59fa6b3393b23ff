package dev.covet.app.process;

import dev.covet.api.Mode;
import java.io.PrintStream;
import java.util.Locale;

/** What a program says to whoever started it; everything later is the log's. */
public final class StartLines {
  private StartLines() {}

  /** Prints a line for people and scripts. */
  public static void print(String line) {
    print(System.out, line);
  }

  /** Prints why there is no start. */
  public static void fail(String message) {
    print(System.err, message);
  }

  /**
   * What somebody who has just started an app wants to know of how it runs.
   *
   * @param threads {@code loop}, or {@code jdk}, and in brackets why not the former
   * @param sockets what drives them, and in brackets why nothing faster
   */
  public static String running(Mode mode, String threads, String sockets) {
    var slower = threads.indexOf('(');
    return "Running in "
        + mode.name().toLowerCase(Locale.ROOT)
        + " mode. Each request has a virtual thread of its own, so handlers may block."
        + (slower < 0 ? "" : " Slower than it could be " + threads.substring(slower) + ".")
        + " Sockets: "
        + sockets
        + ".";
  }

  /** How this program was started, as far as the JVM says: {@code java -jar target/shop.jar}. */
  public static String program() {
    var command = System.getProperty("sun.java.command", "").split(" ", 2)[0];
    return command.endsWith(".jar") ? "java -jar " + command : "java -jar app.jar";
  }

  private static void print(PrintStream out, String line) {
    out.println(line);
    out.flush();
  }
}

package dev.covet.app;

import java.io.PrintStream;

/** What a program says to whoever started it; everything later is the log's. */
final class StartLines {
  private StartLines() {}

  /** Prints a line for people and scripts. */
  static void print(String line) {
    print(System.out, line);
  }

  /** Prints why there is no start. */
  static void fail(String message) {
    print(System.err, message);
  }

  private static void print(PrintStream out, String line) {
    out.println(line);
    out.flush();
  }
}

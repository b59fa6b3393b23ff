package dev.covet.app;

/** Ends the process. */
final class ProcessEnd {
  /** Exit code of a start that failed. */
  static final int FAILED = 1;

  /** Exit code of a command line that makes no sense. */
  static final int MISUSED = 2;

  /** Exit code of a process whose JVM has failed. */
  static final int BROKEN = 3;

  /** Exit code of a process that was told to end, and then told again before all was closed. */
  static final int SIGNALLED = 143;

  private ProcessEnd() {}

  /** Ends the process after its shutdown hooks. */
  static void exit(int code) {
    System.exit(code);
  }

  /**
   * Ends the process now, as the last shutdown hook, or when the JVM cannot be trusted any more.
   */
  static void halt(int code) {
    Runtime.getRuntime().halt(code);
  }
}

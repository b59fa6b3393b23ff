package dev.covet.app.process;

import dev.covet.base.config.StartFailure;
import dev.covet.base.observe.LoggedFault;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Ends the process. */
public final class ProcessEnd {
  /** Exit code of a start that failed. */
  public static final int FAILED = 1;

  /** Exit code of a command line that makes no sense. */
  public static final int MISUSED = 2;

  /** Exit code of a process whose JVM has failed. */
  public static final int BROKEN = 3;

  /** Exit code of a process that got a signal, and then another, or whose hooks did not end. */
  public static final int SIGNALLED = 143;

  private static final List<String> ENDING = List.of("The process is ending.");

  private ProcessEnd() {}

  /** What a start ends with that is overtaken by the end of the process. */
  public static StartFailure ending() {
    return new StartFailure(ENDING);
  }

  /** Says why there is no start, and ends the process. The cause, if there is one, is the log's. */
  public static void failed(StartFailure failure) {
    if (failure.faults().equals(ENDING)) exit(FAILED); // waits for that
    var cause = failure.getCause();
    if (cause != null) {
      LoggerFactory.getLogger(ProcessEnd.class).error("start_failed", LoggedFault.of(cause));
    }
    StartLines.fail(String.valueOf(failure.getMessage()));
    exit(FAILED);
  }

  /** Ends the process after its shutdown hooks. */
  public static void exit(int code) {
    System.exit(code);
  }

  /**
   * Ends the process now: where it was told twice, or has had its time, or the JVM cannot be
   * trusted any more.
   */
  public static void halt(int code) {
    Runtime.getRuntime().halt(code);
  }
}

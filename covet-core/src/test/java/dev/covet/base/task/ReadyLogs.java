package dev.covet.base.task;

import java.util.concurrent.locks.LockSupport;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.SubstituteLoggerFactory;

/** What is said to logs while another test has them made ready is lost. */
final class ReadyLogs {
  private ReadyLogs() {}

  static void await() {
    while (LoggerFactory.getILoggerFactory() instanceof SubstituteLoggerFactory) {
      LockSupport.parkNanos(1_000_000);
    }
  }
}

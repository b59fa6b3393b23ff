package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * S2.conn.clean: fails a test class if a buffer of Netty was dropped without being released. Netty
 * only logs that, and only when it allocates after a collection; Maven runs the tests with its
 * detector at paranoid.
 */
final class NoLeaks implements AfterAllCallback {
  /** What the hint of a buffer says that is not to be counted. */
  static final String ON_PURPOSE = "leaked on purpose";

  /** From before the first test of the class on. */
  private final LogLines log = detectorsLines();

  static LogLines detectorsLines() {
    return new LogLines("io.netty.util.ResourceLeakDetector");
  }

  @Override
  public void afterAll(ExtensionContext context) throws InterruptedException {
    try (log) {
      assertThat(leaks(log)).allMatch(line -> line.contains(ON_PURPOSE));
    }
  }

  /** What the detector says once everything that was dropped is collected. */
  static List<String> leaks(LogLines log) throws InterruptedException {
    for (var look = 0; look < 3; look++) {
      System.gc();
      TimeUnit.MILLISECONDS.sleep(20);
      for (var i = 0; i < 50; i++) ByteBufAllocator.DEFAULT.buffer(16).release();
    }
    return log.with("LEAK");
  }
}

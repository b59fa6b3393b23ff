package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import org.junit.jupiter.api.Test;

final class NoLeaksTest {
  @Test
  void aBufferThatIsDroppedIsNoticed() throws InterruptedException {
    assertThat(ResourceLeakDetector.getLevel()).isEqualTo(ResourceLeakDetector.Level.PARANOID);
    try (var log = NoLeaks.detectorsLines()) {
      drop();
      assertThat(NoLeaks.leaks(log)).anyMatch(line -> line.contains(NoLeaks.ON_PURPOSE));
    }
  }

  private static void drop() {
    var _ = ByteBufAllocator.DEFAULT.buffer(16).touch(NoLeaks.ON_PURPOSE).readableBytes();
  }
}

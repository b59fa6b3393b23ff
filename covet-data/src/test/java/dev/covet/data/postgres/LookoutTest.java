package dev.covet.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LookoutTest {
  @Test
  void goesOnAfterALookThatFailed() throws InterruptedException {
    var looks = new CountDownLatch(3);
    var lookout =
        new Lookout(
            "failing",
            Duration.ofMillis(1),
            () -> {
              looks.countDown();
              throw new IllegalStateException("a mistake of ours");
            });

    lookout.begin();
    try {
      assertThat(looks.await(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      lookout.end();
    }
  }
}

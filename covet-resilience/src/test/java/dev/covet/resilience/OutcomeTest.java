package dev.covet.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.NotFound;
import dev.covet.api.Unavailable;
import dev.covet.api.UpstreamError;
import dev.covet.schema.BuiltInError;
import dev.covet.web.message.ClientGone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What tells a breaker that its neighbor is not well. */
class OutcomeTest {
  private static final long QUICK = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long SLOW = TimeUnit.SECONDS.toNanos(1);

  private static Outcome of(Throwable thrown) {
    return Outcome.of(thrown, QUICK, false);
  }

  @Test
  void whatNobodyExpectsIsAFailure() {
    assertThat(of(new IOException())).isEqualTo(Outcome.FAILED);
    assertThat(of(new Unavailable("down"))).isEqualTo(Outcome.FAILED);
    assertThat(of(new StackOverflowError())).isEqualTo(Outcome.FAILED);
  }

  @Test
  void whatTellsAClientThatItErredIsNone() {
    assertThat(of(new NotFound("none"))).isEqualTo(Outcome.ANSWERED);
  }

  /** Else clients that leave at once could open a breaker for all. */
  @Test
  void whoLeavesAtOnceSaysNothing() {
    var interrupted = new UncheckedIOException(new ClosedByInterruptException());
    assertThat(of(new InterruptedException())).isEqualTo(Outcome.GIVEN_UP);
    assertThat(of(interrupted)).isEqualTo(Outcome.GIVEN_UP);
    assertThat(of(new IllegalStateException(new ClientGone("left")))).isEqualTo(Outcome.GIVEN_UP);
  }

  @Test
  void whatWasWaitedForTooLongIsAFailure() {
    assertThat(Outcome.of(new InterruptedException(), SLOW, false)).isEqualTo(Outcome.FAILED);
    assertThat(Outcome.of(new InterruptedException(), QUICK, true)).isEqualTo(Outcome.FAILED);
    assertThat(of(new DeadlinePassed(null))).isEqualTo(Outcome.FAILED);
  }

  @Test
  void whatWasRefusedIsNotTriedAgain() {
    assertThat(Outcome.isRepeatable(new CircuitBreakerOpen("x", Duration.ofSeconds(1)))).isFalse();
    assertThat(Outcome.isRepeatable(new BulkheadFull())).isFalse();
    assertThat(Outcome.isRepeatable(new UpstreamError(BuiltInError.UPSTREAM_ERROR, 429, null)))
        .isFalse();
    assertThat(Outcome.isRepeatable(new UpstreamError(BuiltInError.UPSTREAM_ERROR, 503, null)))
        .isTrue();
    assertThat(Outcome.isRepeatable(new IOException())).isTrue();
  }
}

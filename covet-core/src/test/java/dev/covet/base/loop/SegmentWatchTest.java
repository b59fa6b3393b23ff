package dev.covet.base.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** V2: what the watchdog believes of a segment, whatever its own looks suffer. */
final class SegmentWatchTest {
  private static final long MILLI = 1_000_000;

  private final SegmentWatch watch = new SegmentWatch(0);

  /** Looks at a moment, in milliseconds; what began then does not run yet. */
  private long look(long begunMillis, long nowMillis) {
    var held = watch.look(begunMillis * MILLI, nowMillis * MILLI);
    return held / MILLI;
  }

  @Test
  void looksInTimeTellExactlyHowLongASegmentRuns() {
    assertThat(look(25, 25)).isZero();
    assertThat(look(30, 50)).isEqualTo(20);
    assertThat(look(30, 75)).isEqualTo(45);
    assertThat(look(30, 100)).isEqualTo(70);
  }

  @Test
  void anotherSegmentOfTheSameRequestBeginsAnew() {
    look(10, 25);
    look(10, 50);
    assertThat(look(60, 75)).isEqualTo(15);
    assertThat(look(100, 100)).isZero();
  }

  @Test
  void aHaltOfTheWholeProcessIsNotCounted() {
    assertThat(look(20, 25)).isEqualTo(5);
    assertThat(look(20, 5_025)).isEqualTo(30);
    assertThat(look(20, 5_050)).isEqualTo(55);
    assertThat(look(5_060, 9_000)).isEqualTo(25);
  }

  @Test
  void looksThatAllComeLateStillTellOfAStall() {
    for (var now = 80; now <= 240; now += 80) look(1, now);
    assertThat(look(1, 320)).isEqualTo(100);
  }
}

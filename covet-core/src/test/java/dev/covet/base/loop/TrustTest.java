package dev.covet.base.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TrustTest {
  private static final long SHORT = 1_000_000;
  private static final long LONG = 3_000_000;
  private static final long STALL = 200_000_000;

  private final Trust trust = new Trust("Test.route", false);

  private void callCleanly(int count) {
    for (var i = 0; i < count; i++) trust.callEnded(SHORT);
  }

  @Test
  void aRouteComesOntoTheLoopAfter50CleanCallsInARow() {
    callCleanly(49);
    trust.callEnded(LONG);
    callCleanly(49);
    assertThat(trust.onLoop()).isFalse();
    callCleanly(1);
    assertThat(trust.onLoop()).isTrue();
  }

  @Test
  void aBlockingRouteNeverComesOntoTheLoop() {
    var blocking = new Trust("Test.route", true);
    for (var i = 0; i < 100; i++) blocking.callEnded(SHORT);
    assertThat(blocking.onLoop()).isFalse();
  }

  @Test
  void whatHasEarnedItIsOnTheLoopFromTheStartUntilItHoldsItUp() {
    var earned = Trust.earned("Test.earned");
    assertThat(earned.onLoop()).isTrue();
    for (var i = 0; i < 8; i++) earned.segmentEnded(LONG);
    assertThat(earned.onLoop()).isFalse();
  }

  @Test
  void whatMayBeAnythingStaysBesideTheLoop() {
    var none = Trust.none("Test.anything");
    for (var i = 0; i < 100; i++) none.callEnded(SHORT);
    assertThat(none.onLoop()).isFalse();
    assertThat(none.beside()).isTrue();
    assertThat(none.segmentEndedElsewhere(STALL, 0)).isFalse();
    assertThat(none.segmentEndedElsewhere(STALL, 0)).isFalse();
  }

  @Test
  void aLongSegmentNowAndThenIsForgiven() {
    callCleanly(50);
    for (var i = 0; i < 1_000; i++) {
      assertThat(trust.segmentEnded(i % 10 == 0 ? LONG : SHORT)).isFalse();
    }
    assertThat(trust.onLoop()).isTrue();
  }

  @Test
  void manyLongSegmentsMoveTheRouteToTheJdksScheduler() {
    callCleanly(50);
    for (var i = 0; i < 7; i++) assertThat(trust.segmentEnded(LONG)).isFalse();
    assertThat(trust.segmentEnded(LONG)).isTrue();
    assertThat(trust.onLoop()).isFalse();
    assertThat(trust.beside()).isFalse();
    assertThat(trust.demotions()).isEqualTo(1);
  }

  @Test
  void aRouteThatWasMovedIsNotTriedAgainAtOnce() {
    callCleanly(50);
    assertThat(trust.setAside()).isTrue();
    assertThat(trust.setAside()).isFalse();
    callCleanly(500);
    assertThat(trust.onLoop()).isFalse();
  }

  @Test
  void aNewRouteMayStallOnceWhileItsClassesAreLoaded() {
    assertThat(stalls()).isFalse();
    trust.callEnded(SHORT);
    assertThat(stalls()).isFalse();
    assertThat(stalls()).isTrue();
    assertThat(trust.beside()).isTrue();
    assertThat(stalls()).isFalse();
  }

  /** One call of a route that stalls beside the loop, twice, among short segments. */
  private boolean stalls() {
    var aside = trust.segmentEndedElsewhere(SHORT, 0);
    aside |= trust.segmentEndedElsewhere(STALL, SHORT);
    aside |= trust.segmentEndedElsewhere(STALL, STALL);
    aside |= trust.segmentEndedElsewhere(SHORT, STALL);
    trust.callEnded(STALL);
    return aside;
  }

  @Test
  void aTrustedRouteThatStallsTwiceWhileItsLoopRestsIsSetAside() {
    callCleanly(50);
    assertThat(stalls()).isFalse();
    assertThat(stalls()).isTrue();
    assertThat(trust.onLoop()).isFalse();
  }

  @Test
  void itIsReportedOnce() {
    assertThat(trust.firstReport()).isTrue();
    assertThat(trust.firstReport()).isFalse();
  }
}

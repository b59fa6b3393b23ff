package dev.covet.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.data.postgres.ReplicaLag.Place;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How far a replica is behind, in seconds of our own clock. */
final class ReplicaLagTest {
  private static final long SECOND = 1_000_000_000;

  private final ReplicaLag lag = new ReplicaLag(Duration.ofSeconds(5));

  private void primaryIsAt(long second, long position) {
    lag.primaryIsAt(new Place(second * SECOND, position));
  }

  private long secondsBehind(long position) {
    return lag.behind(new Place(0, position)).map(Duration::toSeconds).orElse(-1L);
  }

  @Test
  void nothingIsKnownBeforeThePrimaryIsSeen() {
    assertThat(secondsBehind(100)).isEqualTo(-1);
  }

  /** While nothing is written, a replica that has all of it is not behind, however long. */
  @Test
  void aReplicaThatHasAllIsNotBehindAPrimaryThatRests() {
    for (var second = 0; second <= 60; second++) primaryIsAt(second, 100);

    assertThat(secondsBehind(100)).isZero();
    assertThat(secondsBehind(120)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"103, 0", "102, 1", "101, 2", "100, 3", "99, -1"})
  void aReplicaIsBehindByTheTimeSinceThePrimaryWasThere(long position, long seconds) {
    for (var second = 0; second <= 3; second++) primaryIsAt(second, 100 + second);

    assertThat(secondsBehind(position)).isEqualTo(seconds);
  }

  @Test
  void whatIsLongerAgoThanHasToBeKnownIsForgotten() {
    for (var second = 0; second <= 10; second++) primaryIsAt(second, 100 + second);

    assertThat(secondsBehind(105)).isEqualTo(5);
    assertThat(secondsBehind(104)).isEqualTo(-1);
  }

  /** Rows that were lost with the old one are in no log any more. */
  @Test
  void anotherPrimaryThatIsFurtherBackBeginsAnew() {
    primaryIsAt(1, 200);
    primaryIsAt(2, 150);

    assertThat(secondsBehind(150)).isZero();
    assertThat(secondsBehind(149)).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({"0/0, 0", "0/3000148, 50331976", "16/B374D848, 97500059720", "FFFFFFFF/FFFFFFFF, -1"})
  void aPlaceIsReadAsPostgresWritesIt(String text, long position) {
    assertThat(Place.of(7, text)).isEqualTo(new Place(7, position));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "16", "16/x"})
  void anythingElseIsNoPlace(String text) {
    assertThatThrownBy(() -> Place.of(0, text)).isInstanceOf(NumberFormatException.class);
  }
}

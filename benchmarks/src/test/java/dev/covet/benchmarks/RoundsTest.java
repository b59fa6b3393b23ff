package dev.covet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How what two servers used is compared. */
class RoundsTest {
  private static final Rounds ROUNDS =
      new Rounds(Map.of("loop", List.of(2.0, 9.0, 3.0), "raw", List.of(1.0, 9.0, 2.0)));

  @Test
  void eachRoundIsComparedWithTheOneBesideIt() {
    assertThat(ROUNDS.ratios("loop", "raw")).containsExactly(2.0, 1.0, 1.5);
    assertThat(ROUNDS.note("loop", "raw")).isEqualTo("3.0 us to 2.0 us, rounds 1.00-2.00");
  }

  @Test
  void theRoundsOfAllStartsCountTogether() {
    var again = new Rounds(Map.of("loop", List.of(8.0), "raw", List.of(2.0)));
    assertThat(ROUNDS.and(again).ratios("loop", "raw")).containsExactly(2.0, 1.0, 1.5, 4.0);
  }
}

package dev.covet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.covet.benchmarks.load.Call;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured, and how the verdict reads. */
class PlanTest {
  @Test
  void withoutNamesEverythingIsMeasured() {
    var plan = Plan.of();
    assertThat(plan.calls()).isEqualTo(Call.ALL);
    assertThat(plan.asksFor(Plan.CODEC)).isTrue();
    assertThat(plan.asksFor(Plan.HEAP)).isTrue();
    assertThat(plan.asksFor(Plan.MODES)).isTrue();
  }

  @Test
  void namesAndOptionsMixFreely() {
    var plan = Plan.of("json", "--rounds", "3", "orders", "--seconds", "0.5", "--pipeline", "4");
    assertThat(plan.calls()).extracting(Call::name).containsExactly("json", "orders");
    assertThat(plan.asksFor(Plan.START)).isFalse();
    assertThat(plan.rounds()).isEqualTo(3);
    assertThat(plan.time()).isEqualTo(Duration.ofMillis(500));
    assertThat(plan.pressure().depth()).isEqualTo(4);
  }

  @Test
  void aBaselineIsComparedOverTheRequestsThatAreNamed() {
    var plan = Plan.of("orders", "--baseline", "before/lib/*").inParts(3);
    assertThat(plan.baseline()).isEqualTo("before/lib/*");
    assertThat(plan.calls()).extracting(Call::name).containsExactly("orders");
    assertThat(Plan.of("orders").baseline()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--baseline",
        "jsn",
        "--rounds",
        "--rounds 0",
        "--rounds x",
        "--seconds 61",
        "--fast 1"
      })
  void aWrongCommandLineIsRefused(String line) {
    assertThatIllegalArgumentException().isThrownBy(() -> Plan.of(line.split(" ", -1)));
  }

  @Test
  void aGoalIsShortWhenItIsMissedOrHasNoFigure() {
    assertThat(new Goal("json loop", 1.25, 1.25, "").line()).contains("1.25", "ok");
    assertThat(new Goal("json loop", 1.26, 1.25, "").line()).contains("1.26", "short");
    assertThat(new Goal("json loop", Double.NaN, 1.25, "").isShort()).isTrue();
    assertThat(Goal.beside("users loop", 9, "").isJudged()).isFalse();
  }

  @Test
  void oneDisturbedRoundDoesNotDecide() {
    assertThat(Medians.of(List.of(1.0, 9.0, 1.2))).isEqualTo(1.2);
    assertThat(Medians.of(List.of(1.0, 2.0))).isEqualTo(1.5);
    assertThat(Medians.range(List.of(1.0, 9.0, 1.2))).isEqualTo("1.00-9.00");
  }
}

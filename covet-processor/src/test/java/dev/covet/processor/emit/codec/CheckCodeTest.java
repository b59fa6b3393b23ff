package dev.covet.processor.emit.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.processor.emit.Models;
import dev.covet.processor.emit.text.Names;
import dev.covet.processor.model.type.ConstraintKind;
import dev.covet.processor.model.type.ConstraintModel;
import dev.covet.processor.model.type.ScalarKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckCodeTest {
  private final CheckCode checks = new CheckCode(new Names(List.of("PATTERN_2")));

  @Test
  void aBlankTextIsToldToBeThatAndNothingElse() {
    var value =
        Models.value(
            ScalarKind.STRING,
            ConstraintModel.of(ConstraintKind.NOT_BLANK),
            ConstraintModel.of(ConstraintKind.SIZE, Map.of("min", 0, "max", 80)));

    assertThat(checks.statements(value, "at", "name"))
        .isEqualTo(
            """
            if (`dev.covet.base.problem.Constraints`.notBlank(at, name)) {
              `dev.covet.base.problem.Constraints`.size(at, name, 0, 80);
            }\
            """);
  }

  @Test
  void aPatternIsCompiledOnceHoweverOftenItIsUsed() {
    var value =
        Models.value(
            ScalarKind.STRING,
            ConstraintModel.of(
                ConstraintKind.PATTERN,
                Map.of("regexp", "[A-Z]{3}", "flags", List.of("CASE_INSENSITIVE"))));

    assertThat(checks.statements(value, "at", "a"))
        .isEqualTo("`dev.covet.base.problem.Constraints`.pattern(at, a, `~PATTERN_1`);");
    assertThat(checks.statements(value, "at", "b")).contains("PATTERN_1");
    assertThat(checks.constants())
        .isEqualTo(
            """
            private static final `dev.covet.base.problem.TextPattern` `~PATTERN_1` =
                `dev.covet.base.problem.TextPattern`.of("(?i)[A-Z]{3}");\
            """);
  }

  @Test
  void aPatternIsNotCalledLikeAConstantThatTheClassHasAnyway() {
    for (var regex : List.of("a", "b")) {
      var pattern = ConstraintModel.of(ConstraintKind.PATTERN, Map.of("regexp", regex));
      checks.statements(Models.value(ScalarKind.STRING, pattern), "at", "a");
    }

    assertThat(checks.constants()).contains("`~PATTERN_1`", "`~PATTERN_3`");
  }

  @Test
  void whatIsOnlyNotNullNeedsNoCheck() {
    assertThat(
            Models.value(ScalarKind.STRING, ConstraintModel.of(ConstraintKind.NOT_NULL))
                .isLimited())
        .isFalse();
    assertThat(
            checks.statements(
                Models.value(ScalarKind.STRING, ConstraintModel.of(ConstraintKind.NOT_NULL)),
                "at",
                "a"))
        .isEmpty();
  }

  @Test
  void aLongThatIsNoIntKeepsItsSuffix() {
    var value =
        Models.value(
            ScalarKind.LONG,
            ConstraintModel.of(ConstraintKind.MIN, Map.of("value", -3_000_000_000L)));

    assertThat(checks.statements(value, "at", "a")).endsWith(".min(at, a, -3000000000L);");
    assertThat(List.of(CheckCode.whole(Integer.MAX_VALUE), CheckCode.whole(7)))
        .containsExactly("`Integer`.MAX_VALUE", "7");
  }
}

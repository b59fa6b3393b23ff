package dev.covet.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PathTemplateTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '', '', /
          /heroes, '', /heroes
          /heroes/, /{id}, /heroes/{id}
          heroes, {id}/, /heroes/{id}
          '', /files/{rest...}, /files/{rest...}
          """)
  void slashesDoNotPileUp(String prefix, String path, String whole) {
    assertThat(PathTemplate.of(prefix, path).text()).isEqualTo(whole);
  }

  @Test
  void variablesAreNamedFromTheLeft() {
    assertThat(PathTemplate.of("/{team}", "/{hero}/{rest...}").variables())
        .containsExactly("team", "hero", "rest");
  }

  @Test
  void theShapeForgetsNames() {
    var one = PathTemplate.of("/heroes", "/{id}");
    assertThat(one.shape()).isEqualTo(PathTemplate.of("/heroes", "/{name}").shape());
    assertThat(one.shape()).isNotEqualTo(PathTemplate.of("/heroes", "/{rest...}").shape());
  }
}

package dev.covet.processor.model.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RoutePathTest {
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
    assertThat(RoutePath.of(prefix, path).text()).isEqualTo(whole);
  }

  @Test
  void variablesAreNamedFromTheLeft() {
    assertThat(RoutePath.of("/{team}", "/{hero}/{rest...}").variables())
        .containsExactly("team", "hero", "rest");
  }

  @Test
  void theShapeForgetsNames() {
    var one = RoutePath.of("/heroes", "/{id}");
    assertThat(one.shape()).isEqualTo(RoutePath.of("/heroes", "/{name}").shape());
    assertThat(one.shape()).isNotEqualTo(RoutePath.of("/heroes", "/{rest...}").shape());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          /a/{id, has a variable that is not a whole segment
          /b/{id}x, has a variable that is not a whole segment
          /b/x{id}, has a variable that is not a whole segment
          /b/id}, has a variable that is not a whole segment
          /e?x={x}, has a variable that is not a whole segment
          /c/{}, has a variable without a name
          /c/{...}, has a variable without a name
          /c/{a{b}, has a variable without a name
          /d/{id}/{id}, has the variable id twice
          /d/{id}/{id...}, has the variable id twice
          /{rest...}/a, goes on after a rest
          /{rest...}/{a}, goes on after a rest
          """)
  void whatTheTableOfRoutesRefusesIsAtFault(String path, String fault) {
    assertThat(RoutePath.of("", path).fault()).contains(fault);
    assertThatThrownBy(() -> dev.covet.web.route.PathTemplate.of(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/f//g", "/../g", "/g/.", "/a?b", "/a\\b", "/a\tb"})
  void whatNoRequestCouldHaveIsAtFault(String path) {
    assertThat(RoutePath.of("", path).fault()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/a", "/{id}", "/{a}/b/{c...}", "/a.b/..c", "/ä b", "/a%b", "/a+b:c", "/..."})
  void whatTheTableOfRoutesTakesIsRight(String path) {
    var template = RoutePath.of("", path);

    assertThat(template.fault()).isEmpty();
    assertThat(dev.covet.web.route.PathTemplate.of(path).names())
        .isEqualTo(path.equals("/") ? List.of() : template.variables());
  }
}

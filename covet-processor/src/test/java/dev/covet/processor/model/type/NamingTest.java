package dev.covet.processor.model.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamingTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          secretName, secret_name, secret-name, Secret-Name, secretName
          httpURLOf2, http_url_of2, http-url-of2, Http-Url-Of2, httpUrlOf2
          IN_WORK, in_work, in-work, In-Work, inWork
          x, x, x, X, x
          HeroWithTeam, hero_with_team, hero-with-team, Hero-With-Team, heroWithTeam
          """)
  void namesAreSplitIntoWords(String java, String snake, String kebab, String train, String camel) {
    assertThat(Naming.SNAKE_CASE.of(java)).isEqualTo(snake);
    assertThat(Naming.KEBAB_CASE.of(java)).isEqualTo(kebab);
    assertThat(Naming.TRAIN_CASE.of(java)).isEqualTo(train);
    assertThat(Naming.CAMEL_CASE.of(java)).isEqualTo(camel);
    assertThat(Naming.AS_WRITTEN.of(java)).isEqualTo(java);
  }
}

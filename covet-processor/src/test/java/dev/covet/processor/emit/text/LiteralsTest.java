package dev.covet.processor.emit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralsTest {
  @Test
  void aTextIsEscapedSoThatNoCharacterCanEndOrChangeIt() {
    assertThat(Literals.string("a\"b\\u\n\u0000é\ud83d\ude00"))
        .isEqualTo("\"a\\\"b\\\\u\\n\\u0000\\u00e9\\ud83d\\ude00\"");
  }

  @ParameterizedTest
  @CsvSource({
    "HeroWithTeam, HERO_WITH_TEAM",
    "Hero, HERO",
    "URLPart, URL_PART",
    "Hello_Greeting, HELLO_GREETING",
    "V2Item, V2_ITEM"
  })
  void aConstantIsTheSimpleNameInUpperSnakeCase(String name, String constant) {
    assertThat(Literals.constant(name)).isEqualTo(constant);
  }

  @Test
  void aNumberThatIsNoIntIsALongLiteral() {
    assertThat(Literals.number(3_000_000_000L)).isEqualTo("3000000000L");
    assertThat(Literals.number(-7)).isEqualTo("-7");
  }
}

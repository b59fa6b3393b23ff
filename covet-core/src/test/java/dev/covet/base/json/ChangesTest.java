package dev.covet.base.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.covet.api.Changes;
import dev.covet.api.Changes.Field;
import dev.covet.api.Changes.Shape;
import dev.covet.api.Invalid;
import golden.heroes.Hero;
import golden.heroes.HeroCodec;
import org.junit.jupiter.api.Test;

/** Changes of a record: what is absent stays, what is null becomes null (details.md 2). */
class ChangesTest {
  private record HeroField<V>(String name, int index) implements Field<Hero, V> {
    @Override
    public Shape<Hero> shape() {
      return HeroCodec.SHAPE;
    }
  }

  private static final Field<Hero, String> NAME = new HeroField<>("name", 1);
  private static final Field<Hero, Integer> AGE = new HeroField<>("age", 3);
  private static final Hero HERO = hero();

  private static Hero hero() {
    return new Json()
        .read(
            "{\"id\":1,\"name\":\"Spider-Man\",\"secret_name\":\"Peter\",\"age\":23}"
                .getBytes(UTF_8),
            HeroCodec.STORED);
  }

  private static Changes<Hero> read(String text) {
    return new Json().read(text.getBytes(UTF_8), HeroCodec.CHANGES);
  }

  @Test
  void nothingIsChangedByNothing() {
    assertThat(read("{}").isEmpty()).isTrue();
    assertThat(read("{}").apply(HERO)).isEqualTo(HERO);
  }

  @Test
  void nullIsAValueWhereTheComponentMayBeNull() {
    var changes = read("{\"age\":null}");
    assertThat(changes.has(AGE)).isTrue();
    assertThat(changes.get(AGE)).isNull();
    assertThat(changes.has(NAME)).isFalse();
    assertThat(changes.apply(HERO).age()).isNull();
    assertThat(changes.apply(HERO).name()).isEqualTo("Spider-Man");
  }

  @Test
  void changesByHandAreThoseFromABody() {
    assertThat(Changes.of(AGE.to(5), NAME.to("Ant-Man")))
        .isEqualTo(read("{\"name\":\"Ant-Man\",\"age\":5}"));
    assertThat(Changes.of(AGE.to(5)).with(AGE.to(6)).get(AGE)).isEqualTo(6);
  }

  @Test
  void whatComesOutBreaksNoConstraint() {
    assertThatExceptionOfType(Invalid.class)
        .isThrownBy(() -> Changes.of(NAME.to(" ")).apply(HERO))
        .satisfies(e -> assertThat(e.problems()).extracting("code").containsExactly("blank"));
  }

  @Test
  void aValueIsNeverInItsText() {
    assertThat(Changes.of(NAME.to("secret")).toString()).isEqualTo("Changes[name]");
  }
}

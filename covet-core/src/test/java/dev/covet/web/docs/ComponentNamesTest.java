package dev.covet.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** S4.docs: two types never share a component. */
class ComponentNamesTest {
  @Test
  void aTypeHasItsSimpleName() {
    var names = new ComponentNames(List.of("heroes.Hero", "heroes.Teams.Team"));

    assertThat(names.of("heroes.Hero")).isEqualTo("Hero");
    assertThat(names.of("heroes.Teams.Team")).isEqualTo("Team");
  }

  @Test
  void typesOfOneNameTakeAsMuchAsTellsThemApart() {
    var names =
        new ComponentNames(List.of("a.shop.Item", "b.shop.Item", "a.Store.Item", "c.AShopItem"));

    assertThat(names.of("a.shop.Item")).isEqualTo("AShopItem");
    assertThat(names.of("b.shop.Item")).isEqualTo("BShopItem");
    assertThat(names.of("a.Store.Item")).isEqualTo("StoreItem");
    assertThat(names.of("c.AShopItem")).isEqualTo("CAShopItem");
  }

  @Test
  void theOrderInWhichTypesAreMetDoesNotMatter() {
    var types = List.of("b.Item", "a.Item", "dev.covet.Error", "x.Error", "x.error");
    var names = new ComponentNames(types);
    var reversed = new ComponentNames(types.reversed());

    assertThat(types).allSatisfy(each -> assertThat(reversed.of(each)).isEqualTo(names.of(each)));
    assertThat(types.stream().map(names::of).map(String::toLowerCase)).doesNotHaveDuplicates();
  }

  @Test
  void theAppsTypesComeBeforeCovetsAndWhatIsDerived() {
    var names =
        new ComponentNames(
            List.of("dev.covet.Error", "shop.Error", "shop.Hero", "shop.HeroCreate"));

    assertThat(names.of("shop.Error")).isEqualTo("Error");
    assertThat(names.of("dev.covet.Error")).isEqualTo("CovetError");
    assertThat(names.of("shop.HeroCreate")).isEqualTo("HeroCreate");
    assertThat(names.derived("shop.Hero", "Create")).isEqualTo("HeroCreate2");
    assertThat(names.derived("shop.Hero", "Create")).isEqualTo("HeroCreate2");
  }

  @Test
  void aNameHasTheCharactersThatOpenApiAllows() {
    var names = new ComponentNames(List.of("a.Größe", "a.Été", "a.Δ", "a.$Odd"));

    assertThat(names.of("a.Größe")).isEqualTo("Grou00DFe");
    assertThat(names.of("a.Été")).isEqualTo("Ete");
    assertThat(names.of("a.Δ")).isEqualTo("u0394");
    assertThat(names.of("a.$Odd")).isEqualTo("u0024Odd");
  }
}

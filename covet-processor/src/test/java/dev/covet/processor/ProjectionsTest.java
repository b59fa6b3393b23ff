package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.processor.Compilation.Unit;
import dev.covet.processor.emit.Emitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the components of a projection come from. */
final class ProjectionsTest {
  private static final String TEAM =
      """
      package base;
      import dev.covet.api.*;
      import java.util.List;
      import org.jspecify.annotations.Nullable;
      @Table
      public record Team(@Id long id, List<String> tags, @Nullable List<List<Integer>> grid) {}
      """;

  private static final String HERO =
      """
      package base;
      import dev.covet.api.*;
      @Table
      public record Hero(@Id long id, String name, @References(Team.class) long teamId) {}
      """;

  private static final String SHORT_HERO =
      """
      package base;
      @dev.covet.api.Projection(Hero.class)
      public record ShortHero(String name) {}
      """;

  private static final String SHORT_TEAM =
      """
      package app;
      import base.*;
      import java.util.List;
      import org.jspecify.annotations.Nullable;
      @dev.covet.api.Projection(Team.class)
      public record ShortTeam(
          List<String> tags, @Nullable List<List<Integer>> grid, List<ShortHero> heroes) {}
      """;

  private static final List<Unit> BASE =
      List.of(
          new Unit("base/Team.java", TEAM),
          new Unit("base/Hero.java", HERO),
          new Unit("base/ShortHero.java", SHORT_HERO));

  @TempDir Path folder;

  @Test
  void aColumnThatHoldsAListIsNoRelation() throws IOException {
    var units = new java.util.ArrayList<>(BASE);
    units.add(new Unit("app/ShortTeam.java", SHORT_TEAM));

    assertThat(Generated.from(folder, units).source("app.ShortTeamProjection"))
        .contains(
            "(List<String>) values.get(0, List.class)",
            "(List<List<Integer>>) values.orNull(1, List.class)",
            "values.list(2, ShortHero.class)");
  }

  @Test
  void aProjectionOfAnotherJarIsReadByTheColumnOfItsTable() throws IOException {
    var base = new Compilation(folder.resolve("base"), Emitter::emit);
    assertThat(base.compile(BASE)).isEmpty();
    var app = new Compilation(folder.resolve("app"), Emitter::emit, base.classes());

    assertThat(app.compile(List.of(new Unit("app/ShortTeam.java", SHORT_TEAM)))).isEmpty();

    assertThat(Files.readString(folder.resolve("app/sources/app/ShortTeamProjection.java")))
        .contains("Part.many(ShortHeroProjection.SHORT_HERO, HeroTable.HERO.teamId)");
  }
}

package tasks;

import dev.covet.api.Flatten;
import dev.covet.api.Id;
import dev.covet.api.Projection;
import dev.covet.api.References;
import dev.covet.api.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class Teams {
  @Table
  record Team(@Id long id, String name) {}

  @Table
  record Hero(
      @Id long id,
      String name,
      @Nullable @References(Team.class) Long teamId,
      @Nullable @References(Team.class) Long formerTeamId) {}

  @Projection(Hero.class)
  record Card(
      @Flatten Hero hero,
      @Nullable Team team,
      @Nullable Team mentor, // error: COV-111 "mentor" is no column of Hero and no relation of it
      String motto) {} // error: COV-111 "motto" is no column of Hero

  @Projection(Hero.class)
  record Line(
      long id,
      long name) {} // error: COV-111 "name" is no column of Hero

  @Projection(Team.class)
  record Sheet(
      long id,
      List<Hero> heroes) {} // error: COV-111 "heroes" is no column of Team and no relation of it
}

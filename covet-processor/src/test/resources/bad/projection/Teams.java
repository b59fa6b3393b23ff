package tasks;

import dev.covet.api.By;
import dev.covet.api.Flatten;
import dev.covet.api.Id;
import dev.covet.api.OnDelete;
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

  @Table
  record Pet(
      @Id long id,
      @Nullable @References(value = Hero.class, onDelete = OnDelete.SET_NULL) Long heroId,
      @References(value = Hero.class, onDelete = OnDelete.SET_NULL) long friendId) {} // error: COV-105 SET_NULL does not apply to friendId

  @Projection(Hero.class)
  record Card(
      @Flatten Hero hero,
      @Nullable Team team,
      @Nullable Team mentor, // error: COV-111 Call it formerTeam, or say by which column: @By(
      String motto) {} // error: COV-111 "motto" is neither a column nor a relation of Hero

  @Projection(Hero.class)
  record Line(
      long id,
      long name) {} // error: COV-111 Write String.

  @Projection(Team.class)
  record Sheet(
      long id,
      List<Hero> heroes) {} // error: COV-111 "heroes" is neither a column nor a relation of Team

  @Projection(Team.class)
  record Named(
      @By("name") long id, // error: COV-111 @By("name") names no column by which "id" belongs to Team
      @By("name") List<Hero> heroes, // error: COV-111 @By("name") names no column by which "heroes"
      @By("formerTeamId") List<Hero> former) {}

  @Projection(Hero.class)
  record Full(
      @Flatten Hero hero,
      Team team, // error: COV-111 "team" is null wherever Hero.teamId is, and may not be
      @By("formerTeamId") Team mentor) {} // error: COV-111 "mentor" is null wherever Hero.formerTeamId

  record Motto(String text, long number) {}

  @Projection(Motto.class) // error: COV-111 Motto is not a table, so it has no rows to read
  record Mottos(String text, String other, List<Hero> heroes) {}

  @Projection(Motto.class) // error: COV-111 Motto is not a table
  record Empty() {}

  @Projection(Itself.class) // error: COV-111 Itself is not a table
  record Itself(long id) {}

  @Projection(Hero.class)
  record Ids(
      long id,
      Long teamId, // error: COV-111 "teamId" is null wherever Hero.teamId is, and may not be
      @Nullable Long formerTeamId) {}
}

package tasks;

import dev.covet.api.Id;
import dev.covet.api.Qualifier;
import dev.covet.api.References;
import dev.covet.api.Table;

final class Tasks {
  @Qualifier
  @interface Reports {}

  @Qualifier
  @interface Shard {
    int value();
  }

  @Table
  record Team(@Id long id) {}

  @Reports
  @Table
  record Score(
      @Id long id,
      @References(Team.class) // error: COV-160 Team is in the app's own database, and Score in the database @Reports
      long teamId,
      @References(Day.class) long dayId) {}

  @Reports
  @Table
  record Day(@Id long id) {}

  @Table
  record Member(
      @Id long id,
      @References(Day.class) // error: COV-160 Day is in the database @Reports, and Member in the app's own database
      long dayId) {}

  @Shard(1) // error: COV-160 @Shard has values, and an app names a database by the annotation alone
  @Table
  record Row(@Id long id) {}
}

package tasks;

import dev.covet.api.Case;
import dev.covet.api.Column;
import dev.covet.api.Flatten;
import dev.covet.api.Id;
import dev.covet.api.Model;
import dev.covet.api.Name;
import dev.covet.api.Naming;
import dev.covet.api.ReadOnly;
import dev.covet.api.Table;

final class Tasks {
  record Owner(String name, int age) {}

  @Model
  record Task(
      String title,
      @Name({"label", "title"}) String text, // error: COV-114 "title" and "text" are both "title"
      @Flatten Owner owner,
      String name) { // error: COV-114 "owner.name" and "name" are both "name"
    @ReadOnly
    int age() { // error: COV-114 "owner.age" and "age" are both "age"
      return 3;
    }
  }

  @Model
  @Naming(Case.SNAKE_CASE)
  record Snake(
      State state,
      String homeTown,
      String home_town) {} // error: COV-114 "homeTown" and "home_town" are both "home_town"

  @Table
  record Row(
      @Id long id,
      String homeTown,
      String home_town, // error: COV-114 "homeTown" and "home_town" are both the column home_town
      @Column("ID") String name) {} // error: COV-114 "id" and "name" are both the column ID

  @Naming(Case.SNAKE_CASE)
  enum State {
    IN_WORK,
    inWork // error: COV-114 "in_work" is also the name of another constant
  }
}

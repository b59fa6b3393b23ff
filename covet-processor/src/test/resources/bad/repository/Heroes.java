package tasks;

import dev.covet.api.Get;
import dev.covet.api.Id;
import dev.covet.api.Provides;
import dev.covet.api.Routes;
import dev.covet.api.Table;
import dev.covet.data.Repository;

@Routes("/heroes")
final class Heroes {
  @Table
  record Hero(@Id long id, String name) {}

  @Table
  record Member(@Id long hero, @Id long team) {}

  record Plain(long id) {}

  Heroes(Repository<Hero, Long> heroes) {} // error: COV-121 Heroes is made once for the app, but "heroes" is of a request

  @Provides
  static final class Names {
    Names(Repository<Hero, Long> heroes) {} // error: COV-121 Names is made once for the app
  }

  @Get
  int list(
      Repository<Hero, Long> right,
      Repository<Hero, Integer> byInteger, // error: COV-122 "byInteger" asks for rows of Heroes.Hero by another type than their @Id.
      Repository<Plain, Long> plain, // error: COV-122 "plain" asks for the rows of what is not a table.
      Repository<Member, Long> members) { // error: COV-122 "members" asks for rows of Heroes.Member, whose key of several columns
    return 1;
  }
}

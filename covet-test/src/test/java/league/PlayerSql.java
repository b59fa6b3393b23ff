package league;

import dev.covet.api.Scalar;
import dev.covet.api.Sql;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import league.Player.Rank;
import org.jspecify.annotations.Nullable;

/** What the league asks in SQL. */
interface PlayerSql {
  /** A player's name and age; not all columns, and in another order. */
  record Line(@Nullable Integer age, Name name) {}

  /** What is read of a column of JSON. */
  record Tagged(String name, List<String> tags) {}

  /** A name. */
  @Scalar
  record Name(String value) {}

  @Sql(
      "select name, age, rank from player where age > :age and name <> ':age' -- not :this\n order by name")
  List<Line> olderThan(int age);

  @Sql("select * from player where name = :name")
  Optional<Player> byName(String name);

  @Sql("select * from player where name = :name")
  @Nullable Player orNull(String name);

  @Sql("select count(*) from player")
  long count();

  @Sql("select max(age) from player where name = :name")
  @Nullable Integer age(String name);

  @Sql("select max(age) from player where name = :name")
  Optional<Integer> maybeAge(String name);

  @Sql("select age from player order by id")
  List<@Nullable Integer> ages();

  @Sql("select id from player where id in (:ids) order by id")
  List<Long> among(List<Long> ids);

  @Sql("select id from player where id not in (:ids) order by id")
  List<Long> others(Collection<Long> ids);

  @Sql("select name from player where rank in (:ranks) and price in (:prices) order by name")
  Stream<String> ranked(
      List<Rank> ranks, List<@Digits(integer = 10, fraction = 2) BigDecimal> prices);

  @Sql("select name from player where joined_at in (:moments) and active = :active")
  List<String> joined(List<Instant> moments, boolean active);

  @Sql(
      "select name from player where (:rank is null or rank = :rank) and price <= :price order by name")
  List<Name> upTo(@Nullable Rank rank, @Digits(integer = 10, fraction = 2) BigDecimal price);

  @Sql("select joined_at from player where joined_at >= :since order by joined_at")
  List<Instant> since(Instant since);

  @Sql("select sum(price) from player")
  @Digits(integer = 10, fraction = 2)
  BigDecimal worth();

  @Sql("select name, cast(tags as text) as tags from player where name = :name")
  Tagged tagged(String name);

  @Sql("update player set age = age + :years where age is not null")
  long older(int years);

  @Sql("delete from player where name = :name")
  boolean drop(String name);

  @Sql("update player set name = :name where id = :id")
  void rename(long id, String name);

  @Sql("update player set age = :age where name = :name returning id, name, age")
  Optional<Line> birthday(String name, int age);

  @Sql("select name as label from player")
  List<Line> misnamed();

  @Sql("select name, age, name from player")
  List<Line> twice();

  @Sql("select age from player where name = :name")
  int never(String name);

  @Sql("select 'x' as name, 'old' as age")
  Line unreadable();

  @Sql("select name from player where tags ? 'x'")
  List<String> operator();

  @Sql("select nothing from player")
  List<String> broken();
}

package queries;

import dev.covet.api.Sql;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** SQL of its own. */
interface HeroSql extends Found<Hero, Long> {
  /** A hero, shortly. */
  record HeroName(String name, @Nullable Integer age, List<String> tags) {}

  @Sql("select name, age, tags from hero where age > :age or :age is null -- \"`:age`\"\n")
  List<HeroName> olderThan(@Nullable Integer age);

  @Sql("select * from hero where id in (:ids)")
  Stream<Hero> among(List<Long> ids);

  @Sql("select count(*) from hero")
  long count();

  @Sql("select max(age) from hero")
  @Nullable Integer oldest();

  @Sql("select max(age) from hero where name = :calls")
  Optional<Integer> oldest(String calls);

  @Sql("update hero set age = :age where id = :id")
  boolean change(long id, int age);

  @Sql("delete from hero")
  int clear();

  @Sql("delete from hero where id = :id returning *")
  Optional<Hero> remove(long id);

  @Override
  @Sql("select * from hero where id > :key order by id")
  List<Hero> after(Long key);

  default boolean isEmpty() {
    return count() == 0;
  }
}

package dev.covet.data;

import static dev.covet.data.Expressions.and;
import static dev.covet.data.Expressions.avg;
import static dev.covet.data.Expressions.count;
import static dev.covet.data.Expressions.countDistinct;
import static dev.covet.data.Expressions.is;
import static dev.covet.data.Expressions.max;
import static dev.covet.data.Expressions.min;
import static dev.covet.data.Expressions.not;
import static dev.covet.data.Expressions.or;
import static dev.covet.data.Expressions.outer;
import static dev.covet.data.Expressions.sum;
import static dev.covet.data.Expressions.when;
import static golden.heroes.HeroTable.HERO;
import static golden.heroes.HeroWithTeamProjection.HERO_WITH_TEAM;
import static golden.heroes.TeamTable.TEAM;
import static golden.heroes.TeamWithHeroesProjection.TEAM_WITH_HEROES;

import dev.covet.api.Changes;
import dev.covet.api.Cursor;
import dev.covet.api.Paging;
import dev.covet.data.query.Condition;
import dev.covet.data.query.Expression;
import dev.covet.data.query.Order;
import golden.heroes.Hero;
import golden.heroes.HeroWithTeam;
import golden.heroes.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What docs/queries.md shows: its rows are these calls, whose text is read from this file. A row is
 * one call of {@code condition}, {@code value}, {@code order} or {@code statement}.
 */
final class QueryRows {
  /** One row. */
  record Shown(Part part, Runnable run) {}

  /** Which table a row stands in, and which part of the statement it shows. */
  enum Part {
    CONDITION,
    VALUE,
    ORDER,
    READ,
    WRITE
  }

  /** How many heroes a team has. */
  record TeamSize(@Nullable Long teamId, long heroes) {}

  private final List<Shown> rows = new ArrayList<>();
  private final Session db;

  QueryRows(Session db) {
    this.db = db;
    conditions();
    relatedRows();
    values();
    aggregates();
    orders();
    reads();
    selections();
    writes();
    writesOfMany();
  }

  List<Shown> rows() {
    return rows;
  }

  private void condition(Supplier<Condition<Hero>> condition) {
    add(Part.CONDITION, () -> db.from(HERO).where(condition.get()).list());
  }

  private void value(Supplier<Expression<Hero, ?>> value) {
    add(Part.VALUE, () -> db.from(HERO).select(value.get()).list());
  }

  private void order(Supplier<Order<Hero>> order) {
    add(Part.ORDER, () -> db.from(HERO).orderBy(order.get()).list());
  }

  private void read(Function<Session, ?> read) {
    add(Part.READ, () -> Objects.requireNonNull(read.apply(db)));
  }

  private void write(Consumer<Session> write) {
    add(Part.WRITE, () -> write.accept(db));
  }

  private void add(Part part, Runnable run) {
    rows.add(new Shown(part, run));
  }

  private void conditions() {
    condition(() -> HERO.name.eq("Wasp"));
    condition(() -> HERO.name.ne("Wasp"));
    condition(() -> HERO.age.lt(18));
    condition(() -> HERO.age.le(18));
    condition(() -> HERO.age.gt(18));
    condition(() -> HERO.age.ge(18));
    condition(() -> HERO.age.between(18, 30));
    condition(() -> HERO.name.lt(HERO.secretName));
    condition(() -> HERO.age.in(List.of(18, 19, 20)));
    condition(() -> HERO.age.notIn(List.of(18, 19)));
    condition(() -> HERO.age.in(List.of()));
    condition(() -> HERO.age.isNull());
    condition(() -> HERO.age.isNotNull());
    condition(() -> HERO.name.contains("as"));
    condition(() -> HERO.name.startsWith("wa"));
    condition(() -> HERO.name.endsWith("SP"));
    condition(() -> HERO.name.like("W_s%"));
    condition(() -> HERO.name.ilike("w_s%"));
    condition(() -> not(HERO.name.eq("Wasp")));
    condition(() -> or(HERO.age.lt(18), HERO.age.isNull()));
    condition(() -> or(and(HERO.age.ge(18), HERO.age.lt(65)), HERO.age.isNull()));
    condition(() -> when("", HERO.name::contains));
  }

  private void relatedRows() {
    condition(() -> HERO.teamId.where(TEAM.name.contains("aveng")));
    condition(() -> HERO.teamId.in(db.from(TEAM).where(TEAM.name.eq("X-Men")).select(TEAM.id)));
    condition(() -> HERO.id.notIn(db.from(HERO).where(HERO.age.gt(50)).select(HERO.id)));
    condition(() -> HERO.teamId.follow(TEAM.headquarters).eq("New York"));
    condition(() -> HERO.name.join(TEAM, TEAM.headquarters).exists());
    condition(() -> HERO.age.join(HERO, HERO.age).where(HERO.id.ne(outer(HERO.id))).exists());
    condition(() -> HERO.teamId.join(TEAM, TEAM.id).where(TEAM.name.eq("X")).notExists());
    condition(() -> HERO.teamId.join(HERO, HERO.teamId).count().gt(1));
  }

  private void values() {
    value(() -> HERO.name);
    value(() -> HERO.name.lower());
    value(() -> HERO.name.upper());
    value(() -> HERO.name.trim());
    value(() -> HERO.name.length());
    value(() -> HERO.name.concat(" of ").concat(HERO.secretName));
    value(() -> HERO.age.plus(1));
    value(() -> HERO.age.minus(1));
    value(() -> HERO.age.times(2));
    value(() -> HERO.age.plus(HERO.id));
    value(() -> HERO.age.dividedBy(2));
    value(() -> HERO.age.dividedBy(HERO.id));
    value(() -> HERO.age.modulo(10));
    value(() -> HERO.age.modulo(HERO.id));
    value(() -> HERO.age.orElse(0));
    value(() -> HERO.teamId.follow(TEAM.name));
    value(() -> HERO.name.join(TEAM, TEAM.headquarters).value(TEAM.name));
    value(() -> HERO.teamId.join(HERO, HERO.teamId).value(max(HERO.age)));
    value(() -> HERO.teamId.join(HERO, HERO.teamId).count());
    value(() -> is(HERO.age.gt(18)));
  }

  private void aggregates() {
    value(() -> count());
    value(() -> count(HERO.age));
    value(() -> countDistinct(HERO.age));
    value(() -> sum(HERO.age));
    value(() -> avg(HERO.age));
    value(() -> min(HERO.age));
    value(() -> max(HERO.age));
  }

  private void orders() {
    order(() -> HERO.name.asc());
    order(() -> HERO.name.desc());
    order(() -> HERO.age.asc());
    order(() -> HERO.age.desc());
    order(() -> HERO.age.asc().nullsFirst());
    order(() -> HERO.age.desc().nullsLast());
    order(() -> HERO.name.length().asc());
    order(() -> HERO.teamId.follow(TEAM.name).asc());
  }

  private void reads() {
    read(db -> db.find(HERO, 1));
    read(db -> db.find(HERO_WITH_TEAM, 1));
    read(db -> db.find(TEAM_WITH_HEROES, 1));
    read(db -> db.from(HERO).list());
    read(db -> db.from(HERO).orderBy(HERO.name.asc()).limit(10).offset(20).list());
    read(db -> db.from(HERO).first());
    read(db -> db.from(HERO).count());
    read(db -> db.from(HERO).where(HERO.name.eq("Wasp")).exists());
    read(db -> db.from(HERO).orderBy(HERO.name.asc()).list(new Paging(20, 10)));
    read(db -> db.from(HERO).orderBy(HERO.name.asc()).page(new Paging(20, 10)));
    read(db -> db.from(HERO).page(new Cursor(null, 10)));
    read(db -> db.from(HERO).page(new Cursor("aWQ8bAArNw", 10)));
    read(db ->
        db.from(HERO).orderBy(HERO.name.asc()).page(new Cursor("bmFtZTxsaWQ8bAArV2FzcAArNw", 10)));
    read(db -> db.from(HERO).stream().count());
  }

  private void selections() {
    read(db -> db.from(HERO).select(HERO.name, HERO.age).as(Names::new).list());
    read(db -> db.from(HERO).select(HERO.age).distinct().list());
    read(db ->
        db.from(HERO).groupBy(HERO.teamId).select(HERO.teamId, count()).as(TeamSize::new).list());
    read(db ->
        db.from(HERO)
            .groupBy(HERO.teamId)
            .having(count().gt(1))
            .orderBy(count().desc())
            .select(HERO.teamId, count())
            .as(TeamSize::new)
            .list());
    read(db ->
        db.from(HERO_WITH_TEAM).with(HERO.age.join(HERO, HERO.age).count(), Compared::new).list());
  }

  /** A hero with another. */
  record Compared(HeroWithTeam hero, long sameAge) {}

  /** A hero's name and age. */
  record Names(String name, @Nullable Integer age) {}

  private void writes() {
    write(db -> db.insert(HERO, new Hero(0, "Wasp", "Janet", 30, null)));
    write(db -> db.update(HERO, 1, Changes.of(HERO.age.to(31))));
    write(db -> db.replace(HERO, 1, new Hero(0, "Wasp", "Hope", null, null)));
    write(db -> db.save(HERO, new Hero(1, "Wasp", "Hope", 20, null)));
    write(db -> db.upsert(HERO, new Hero(0, "Wasp", "Hope", 21, null), HERO.name));
    write(db -> db.findOrInsert(TEAM, TEAM.name.to("X-Men"), TEAM.headquarters.to("Salem")));
  }

  private void writesOfMany() {
    write(db -> db.insertAll(TEAM, List.of(new Team(0, "A", "x"), new Team(0, "B", "x"))));
    write(db -> db.from(HERO).where(HERO.age.gt(18)).update(HERO.secretName.to("hidden")));
    write(db -> db.from(HERO).update(HERO.age.setTo(HERO.age.plus(1))));
    write(db -> db.delete(HERO, 1));
    write(db -> db.from(HERO).orderBy(HERO.age.desc()).limit(5).delete());
    write(db -> db.from(HERO).where(HERO.teamId.isNull()).delete());
    write(db -> db.from(HERO).where(HERO.age.gt(18)).returning().update(HERO.age.to(18)));
    write(db -> db.from(HERO).where(HERO.age.gt(18)).returning().delete());
  }
}

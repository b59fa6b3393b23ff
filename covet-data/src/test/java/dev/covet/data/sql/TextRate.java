package dev.covet.data.sql;

import static golden.heroes.HeroTable.HERO;
import static golden.heroes.HeroWithTeamProjection.HERO_WITH_TEAM;
import static golden.heroes.TeamTable.TEAM;

import dev.covet.api.Changes;
import dev.covet.api.Paging;
import dev.covet.data.Session;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.query.Condition;
import dev.covet.data.query.Selection;
import dev.covet.data.sqlite.SqliteDriver;
import dev.covet.data.sqlite.SqliteFile;
import golden.heroes.Hero;
import golden.heroes.Team;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a statement costs, beside the statement itself; run by hand, figures go to
 * docs/internals/measurements.md.
 */
final class TextRate {
  private static final int ROUNDS = 7;
  private static final long NANOS = 400_000_000;

  private TextRate() {}

  /** Measures texts alone, then whole calls on a new file in the folder that is named. */
  public static void main(String[] args) throws IOException {
    var folder = Files.createTempDirectory(Path.of(args[0]), "rate");
    try (var workers = Executors.newCachedThreadPool();
        var driver =
            SqliteDriver.open(
                SqliteFile.at(folder.resolve("a.db")), DatabaseLimits.STANDARD, _ -> {}, workers)) {
      driver.create(List.of(TEAM, HERO));
      var db = new Session(driver);
      var team = db.insert(TEAM, new Team(0, "Avengers", "New York"));
      for (var n = 0; n < 1_000; n++) {
        db.insert(HERO, new Hero(0, "hero " + n, "x", n % 90, team.id()));
      }
      texts(SqlTerms.of(driver.dialect()));
      calls(db);
    }
  }

  private static void texts(SqlTerms terms) {
    var hero = new Plan<>(HERO, terms);
    var joined = new Plan<>(HERO_WITH_TEAM, terms);
    var statements = new Statements<>(HERO, terms);
    var values = HERO.shape().values(new Hero(0, "a", "b", 1, null));
    var one = new BitSet();
    one.set(3);
    print("text: by key", () -> hero.find(7L, new Unread()));
    print("text: by key, with team", () -> joined.find(7L, new Unread()));
    print("text: ten by two conditions", () -> hero.read(hero.rows(adults()), new Unread()));
    print("text: insert", () -> statements.inserts().one(values, false));
    print("text: update of one column", () -> statements.updates().update(7L, values, one));
    print("text: delete", () -> statements.delete(7L));
  }

  private static Selection<Hero> adults() {
    return Selection.<Hero>of(
            new Condition.All<>(List.of(HERO.age.ge(18), HERO.name.contains("9"))))
        .orderBy(List.of(HERO.name.asc()))
        .limit(10);
  }

  private static void calls(Session db) {
    print("call: by key", () -> db.find(HERO, 7));
    print("call: by key, with team", () -> db.find(HERO_WITH_TEAM, 7));
    print(
        "call: ten by two conditions",
        () ->
            db.from(HERO)
                .where(HERO.age.ge(18), HERO.name.contains("9"))
                .orderBy(HERO.name.asc())
                .list(new Paging(0, 10)));
    print("call: the first ten", () -> db.from(HERO).list(new Paging(0, 10)));
    print("call: update of one column, in memory of a transaction", () -> db.tx(() -> updates(db)));
  }

  /** A hundred, so that what a transaction costs hardly shows. */
  private static Hero updates(Session db) {
    for (var n = 0; n < 99; n++) {
      db.update(HERO, 7, Changes.of(HERO.age.to(n)));
    }
    return db.update(HERO, 7, Changes.of(HERO.age.to(99)));
  }

  private static void print(String name, Supplier<?> work) {
    var best = Double.MAX_VALUE;
    for (var round = 0; round < ROUNDS; round++) {
      var count = 0L;
      var start = System.nanoTime();
      while (System.nanoTime() - start < NANOS) {
        for (var n = 0; n < 100; n++) {
          if (work.get() == null) {
            throw new IllegalStateException();
          }
        }
        count += 100;
      }
      best = Math.min(best, (System.nanoTime() - start) / (double) count);
    }
    System.out.printf("%-56s %,10.0f ns%n", name, best);
  }

  /** Gives no rows, at once. */
  private static final class Unread implements Fetch {
    @Override
    public <R extends @Nullable Object> List<R> query(
        Sql sql, Function<? super Row, ? extends R> each) {
      return List.of();
    }
  }
}

package league;

import static league.MoveTable.MOVE;
import static league.PlayerTable.PLAYER;

import dev.covet.api.Conflict;
import dev.covet.api.Default;
import dev.covet.api.Delete;
import dev.covet.api.Get;
import dev.covet.api.Lifetime;
import dev.covet.api.OnStart;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Provides;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.data.Session;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import league.Player.Rank;
import league.PlayerSql.Line;
import org.jspecify.annotations.Nullable;

/** Routes that ask for SQL as for a service. */
@Routes("/players")
public final class Players {
  /** A service that takes the SQL by its constructor. */
  @Provides(Lifetime.REQUEST)
  static final class Census {
    private final PlayerSql sql;

    Census(PlayerSql sql) {
      this.sql = sql;
    }

    long count() {
      return sql.count();
    }
  }

  @OnStart
  void fill(Session db) {
    var day = Instant.parse("2026-01-31T10:00:00.123456Z");
    db.insertAll(
        PLAYER,
        List.of(
            player("Ann", 30, "10.50", day),
            player("Ben", null, "0.10", day.plusSeconds(1)),
            player("Cy", 20, "99.99", day.plusSeconds(2))));
  }

  private static Player player(String name, @Nullable Integer age, String price, Instant joined) {
    var rank = name.equals("Cy") ? Rank.MASTER : Rank.AMATEUR;
    return new Player(
        0, name, age, new BigDecimal(price), joined, rank, true, List.of("of " + name));
  }

  @Get("/older")
  List<Line> older(int age, PlayerSql sql) {
    return sql.olderThan(age);
  }

  @Get("/count")
  long count(Census census) {
    return census.count();
  }

  @Get("/by-name/{name}")
  Optional<Player> byName(String name, PlayerSql sql) {
    return sql.byName(name);
  }

  @Get("/among")
  List<Long> among(@Default List<Long> ids, PlayerSql sql) {
    return sql.among(ids);
  }

  @Get("/others")
  List<Long> others(@Default List<Long> ids, PlayerSql sql) {
    return sql.others(ids);
  }

  /** What is the same on every database, in one text. */
  @Get("/values")
  String values(PlayerSql sql) {
    var ben = Instant.parse("2026-01-31T10:00:01.123456Z");
    return String.join(
        " ",
        List.of(
            sql.age("Ann") + " " + sql.age("Ben") + " " + sql.maybeAge("Ben") + sql.maybeAge("Cy"),
            sql.ages().toString(),
            sql.orNull("Dan") + " " + (sql.orNull("Ann") != null),
            sql.ranked(List.of(Rank.AMATEUR), List.of(new BigDecimal("10.5"))).toList().toString(),
            sql.joined(List.of(ben), true).toString(),
            sql.upTo(null, BigDecimal.TEN) + "" + sql.upTo(Rank.AMATEUR, new BigDecimal("10.50")),
            sql.since(ben.plusNanos(999)).toString(),
            sql.worth().toString(),
            sql.tagged("Ann").toString()));
  }

  @Patch
  String changes(Session db, PlayerSql sql) {
    var failed = "";
    try {
      db.tx(() -> {
        sql.older(5);
        throw new IllegalStateException(sql.olderThan(34).toString());
      });
    } catch (IllegalStateException e) {
      failed = e.getMessage();
    }
    return failed + sql.older(1) + sql.drop("Ben") + sql.drop("Ben") + sql.birthday("Ann", 50);
  }

  @Patch("/{id}")
  void rename(long id, String name, PlayerSql sql) throws Conflict {
    sql.rename(id, name);
  }

  @Post("/{player}/moves")
  @Status(201)
  Move move(long player, Move move, Session db) {
    return db.insert(MOVE, move, MOVE.playerId.to(player));
  }

  @Delete("/{name}")
  boolean drop(String name, Session db, PlayerSql sql) {
    return db.readOnly(() -> sql.drop(name));
  }

  @Get("/wrong/{what}")
  String wrong(String what, PlayerSql sql) {
    return switch (what) {
      case "misnamed" -> sql.misnamed().toString();
      case "twice" -> sql.twice().toString();
      case "null" -> "" + sql.never("Ben");
      case "none" -> "" + sql.never("Dan");
      case "operator" -> sql.operator().toString();
      case "unreadable" -> sql.unreadable().toString();
      default -> sql.broken().toString();
    };
  }
}

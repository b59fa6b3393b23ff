package dev.covet.data.postgres;

import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Conflict;
import dev.covet.api.Mode;
import dev.covet.api.Qualifier;
import dev.covet.app.Covet;
import dev.covet.app.StartOptions;
import dev.covet.data.Database;
import dev.covet.data.LogLines;
import dev.covet.data.Session;
import dev.covet.data.Until;
import golden.heroes.Team;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S4.scale.pg, D36: what {@code readOnly} reads from a replica, and when it does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReplicaTest {
  private static final Map<String, String> PATIENT =
      Map.of("DATABASE_REPLICA_LAG_SECONDS_MAX", "60");
  private static final Map<String, String> QUICK = Map.of("DATABASE_REPLICA_LAG_SECONDS_MAX", "1");

  private final PostgresPair pair = PostgresPair.start();

  @BeforeEach
  void begin() {
    try (var database = OpenPair.of("127.0.0.1:" + pair.primaryPort())) {
      database.driver().create(List.of(TEAM));
      database.session().from(TEAM).delete();
    }
    pair.catchUp();
  }

  @AfterEach
  void resume() {
    pair.onReplica("SELECT pg_wal_replay_resume()");
  }

  @AfterAll
  void end() throws Exception {
    pair.close();
  }

  private static long insert(Session db, String name) {
    return db.insert(TEAM, new Team(0, name, "x")).id();
  }

  private static long countReadOnly(Session db) {
    return db.readOnly(() -> db.from(TEAM).count());
  }

  /** The replica stands still, so what it lacks tells who has answered. */
  @Test
  void readOnlyReadsTheReplicaUnlessTheSessionHasWritten() {
    try (var database = OpenPair.of(pair.primaryPort(), pair.replicaPort(), PATIENT)) {
      pair.onReplica("SELECT pg_wal_replay_pause()");
      var writer = database.session();
      insert(writer, "a");

      assertThat(countReadOnly(database.session())).isZero();
      assertThat(database.session().from(TEAM).count()).isEqualTo(1);
      assertThat(countReadOnly(writer)).isEqualTo(1);

      var inside = database.session();
      assertThat(inside.<Long, RuntimeException>tx(() -> countReadOnly(inside))).isEqualTo(1);
      assertThat(countReadOnly(inside)).isEqualTo(1);
      var failed = database.session();
      assertThatThrownBy(() -> insert(failed, "a")).isInstanceOf(Conflict.class);
      assertThat(countReadOnly(failed)).isEqualTo(1);
    }
  }

  /** fable-spring-read-replica#4: a write after a read of the replica went there, too. */
  @Test
  void aWriteAfterReadOnlyGoesToThePrimary() {
    try (var database = OpenPair.of(pair.primaryPort(), pair.replicaPort(), PATIENT)) {
      var db = database.session();
      assertThat(countReadOnly(db)).isZero();

      assertThat(insert(db, "a")).isPositive();
      assertThat(db.from(TEAM).count()).isEqualTo(1);
      assertThatThrownBy(() -> db.readOnly(() -> insert(db, "b")))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aReplicaThatLagsIsLeftOutUntilItHasCaughtUp() {
    try (var lines = new LogLines("dev.covet.data.postgres.PostgresReplica");
        var database = OpenPair.of(pair.primaryPort(), pair.replicaPort(), QUICK)) {
      assertThat(database.isReplicaUsable()).isTrue();
      pair.onReplica("SELECT pg_wal_replay_pause()");
      insert(database.session(), "a");

      Until.holds(() -> countReadOnly(database.session()) == 1);
      assertThat(database.isReplicaUsable()).isFalse();
      assertThat(database.lagSeconds()).isGreaterThan(1);
      assertThat(lines.messages())
          .singleElement()
          .asString()
          .startsWith("replica_left_out database=\"main\" reason=\"it is ")
          .endsWith(" s behind\"");

      pair.onReplica("SELECT pg_wal_replay_resume()");
      Until.holds(database::isReplicaUsable);
      assertThat(lines.messages()).hasSize(2).last().isEqualTo("replica_back database=\"main\"");
      assertThat(countReadOnly(database.session())).isEqualTo(1);
    }
  }

  @Test
  void aReplicaThatIsAwayIsLeftOutAtOnceUntilItIsThereAgain() throws Exception {
    try (var lines = new LogLines("dev.covet.data.postgres.PostgresReplica");
        var database = OpenPair.of(pair.primaryPort(), pair.replicaPort(), PATIENT)) {
      insert(database.session(), "a");
      pair.stopReplica();
      try {
        for (var n = 0; n < 50; n++) assertThat(countReadOnly(database.session())).isEqualTo(1);
        Until.holds(() -> !database.isReplicaUsable());
        assertThat(countReadOnly(database.session())).isEqualTo(1);
      } finally {
        pair.startReplica();
      }

      Until.holds(database::isReplicaUsable);
      assertThat(countReadOnly(database.session())).isEqualTo(1);
      assertThat(lines.messages())
          .hasSize(2)
          .first()
          .asString()
          .startsWith("replica_left_out database=\"main\" reason=\"");
    }
  }

  @Test
  void anAppStartsWithoutItsReplica() {
    try (var database = OpenPair.of(pair.primaryPort(), 1, PATIENT)) {
      insert(database.session(), "a");

      assertThat(countReadOnly(database.session())).isEqualTo(1);
      assertThat(database.isReplicaUsable()).isFalse();
    }
  }

  /** By settings, for each database of an app. */
  @Test
  void anAppHasAReplicaForEachDatabase() {
    var primary = "postgresql://postgres@127.0.0.1:" + pair.primaryPort() + "/postgres";
    var replica = "postgresql://postgres@127.0.0.1:" + pair.replicaPort() + "/postgres";
    var app =
        Covet.app()
            .install(Database.url(primary).tables(TEAM).replica(replica))
            .install(Database.url(primary).tables().as(Reports.class))
            .set("REPORTS_DATABASE_REPLICA_URL", replica);

    try (var running = app.start(StartOptions.of(Mode.PRODUCTION))) {
      for (var name : List.of("main", "reports")) {
        assertThat(running.metrics().value("database_replica_usable", "database", name))
            .isEqualTo(1);
        assertThat(
                running.metrics().value("database_connections_open", "database", name + "-replica"))
            .isPositive();
      }
    }
  }

  /** The name of a further database. */
  @Qualifier
  private @interface Reports {}

  /** Its connections stay open, and nothing comes: as when its machine is gone. */
  @Test
  void aReplicaThatFallsSilentHoldsNobodyUpForLong() {
    try (var proxy = Proxy.to(pair.replicaPort());
        var database = OpenPair.of(pair.primaryPort(), proxy.port(), PATIENT)) {
      insert(database.session(), "a");
      assertThat(database.isReplicaUsable()).isTrue();
      proxy.fallSilent();
      var began = System.nanoTime();

      assertThat(countReadOnly(database.session())).isEqualTo(1);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
      assertThat(database.isReplicaUsable()).isFalse();
      proxy.refuse();
    }
  }

  /** porsager/postgres#815: a first host that is away, and nothing but a primary to be had. */
  @ParameterizedTest
  @CsvSource({
    "any, p, f",
    "any, rp, t",
    "any, xp, f",
    "read-write, rp, f",
    "read-write, xrp, f",
    "primary, rp, f",
    "standby, pr, t",
    "read-only, pr, t",
    "prefer-standby, pr, t",
    "prefer-standby, xp, f",
    "'', rp, f",
  })
  void theFirstServerOfThatKindIsConnectedTo(String kind, String servers, String follows) {
    try (var database = OpenPair.of(hosts(servers) + attributes(kind))) {
      assertThat(asked(database, "SELECT pg_is_in_recovery()")).isEqualTo(follows);
    }
  }

  private static String attributes(String kind) {
    return kind.isEmpty() ? "" : "?target_session_attrs=" + kind;
  }

  private String hosts(String servers) {
    return servers
        .replace("p", ",127.0.0.1:" + pair.primaryPort())
        .replace("r", ",127.0.0.1:" + pair.replicaPort())
        .replace("x", ",127.0.0.1:1")
        .substring(1);
  }

  private static String asked(OpenPair database, String sql) {
    return database
        .driver()
        .readOnce(link -> ((PostgresLink) link).texts(sql + "::text").getFirst().getFirst())
        .substring(0, 1);
  }

  @Test
  void theReasonWhyNoServerWillDoNamesEach() {
    assertThatThrownBy(() -> OpenPair.of(hosts("rx")).close())
        .hasMessageContaining("127.0.0.1:%s: the server is not read-write", pair.replicaPort())
        .hasMessageContaining("127.0.0.1:1: Connection refused");
  }
}

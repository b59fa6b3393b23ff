package dev.covet.data.postgres;

import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.ApiError;
import dev.covet.api.Unavailable;
import dev.covet.data.Until;
import dev.covet.data.error.CommitUnknown;
import golden.heroes.Team;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** S4.scale.pg: "failover is survived": another server takes the writes, and the app goes on. */
final class SwitchOverTest {
  private static final int CALLERS = 4;

  /** Rows that are stored before the primary dies, and again afterwards. */
  private static final int ENOUGH = 200;

  /** When a client that was refused comes again. */
  private static final long AGAIN_NANOS = 10_000_000;

  @AutoClose private final PostgresPair pair = PostgresPair.start();
  private final Set<String> stored = ConcurrentHashMap.newKeySet();
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicBoolean isOver = new AtomicBoolean();

  private void insertOn(OpenPair database, int caller) {
    for (var n = 0; !isOver.get(); n++) {
      var name = caller + "." + n;
      try {
        var session = database.session();
        if (n % 2 == 0) {
          session.insert(TEAM, new Team(0, name, "x"));
        } else {
          session.tx(() -> session.insert(TEAM, new Team(0, name, "x")));
        }
        stored.add(name);
      } catch (CommitUnknown _) {
        unknown.add(name);
      } catch (ApiError _) {
        refused.incrementAndGet();
        LockSupport.parkNanos(AGAIN_NANOS);
      }
    }
  }

  /**
   * The primary dies as by a loss of power; its replica is promoted. With synchronous replication
   * each row that was answered is there once, and of the others only those whose commit is unknown.
   */
  @Test
  void noRowThatWasAnsweredIsLostWhenThePrimaryDiesUnderLoad() throws Exception {
    try (var database = OpenPair.of(pair.hosts());
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      database.driver().create(List.of(TEAM));
      pair.beSynchronous();
      var all =
          IntStream.range(0, CALLERS)
              .mapToObj(caller -> callers.submit(() -> insertOn(database, caller)))
              .toList();
      switchOver();
      for (var each : all) each.get(20, TimeUnit.SECONDS);
    }
    assertThatEachAnsweredRowIsThereOnce();
  }

  private void switchOver() throws IOException {
    try {
      Until.holds(() -> stored.size() > ENOUGH);
      pair.killPrimary();
      Until.holds(() -> refused.get() > 0);
      pair.promote();
      var began = System.nanoTime();
      var before = stored.size();
      Until.holds(() -> stored.size() > before);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
      Until.holds(() -> stored.size() > before + ENOUGH);
    } finally {
      isOver.set(true);
    }
  }

  /** As when its machine is gone: its connections stay open, and nothing comes. */
  @Test
  void aPrimaryThatFallsSilentIsLeftOnceAnotherServerTakesItsPlace() {
    try (var proxy = Proxy.to(pair.primaryPort());
        var database = OpenPair.of(pair.hosts(proxy.port()))) {
      database.driver().create(List.of(TEAM));
      pair.promote();
      proxy.fallSilent();
      var began = System.nanoTime();

      Until.holds(() -> isStored(database));
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
      assertThat(pair.onReplica("SELECT count(*) FROM team")).isEqualTo("1");
      proxy.refuse();
    }
  }

  private static boolean isStored(OpenPair database) {
    try {
      return database.session().insert(TEAM, new Team(0, "a", "x")).id() > 0;
    } catch (Unavailable | CommitUnknown _) {
      return false;
    }
  }

  private void assertThatEachAnsweredRowIsThereOnce() {
    try (var database = OpenPair.of(pair.hosts())) {
      var names = database.session().from(TEAM).list().stream().map(Team::name).toList();
      var there = new HashSet<>(names);
      assertThat(names).hasSameSizeAs(there);
      assertThat(there).containsAll(stored);
      assertThat(there.stream().filter(it -> !stored.contains(it)).collect(Collectors.toSet()))
          .isSubsetOf(unknown);
    }
  }

  /** The server was demoted, and its connections live on: 25006. Nobody is told. */
  @Test
  void connectionsToAServerThatTakesNoWritesAnyMoreAreLeft() {
    try (var database = OpenPair.of(pair.hosts())) {
      database.driver().create(List.of(TEAM));
      database.session().insert(TEAM, new Team(0, "before", "x"));
      pair.promote();
      pair.onPrimary("ALTER SYSTEM SET default_transaction_read_only = on");
      pair.onPrimary("SELECT pg_reload_conf()");
      Until.holds(() -> "on".equals(pair.onPrimary("SHOW default_transaction_read_only")));

      var stored = database.session().insert(TEAM, new Team(0, "after", "x"));
      var changed = database.session();
      changed.replace(TEAM, stored.id(), new Team(0, "changed", "y"));

      assertThat(pair.onReplica("SELECT string_agg(name, ' ' ORDER BY id) FROM team"))
          .isEqualTo("before changed");
      assertThat(pair.onPrimary("SELECT string_agg(name, ' ' ORDER BY id) FROM team"))
          .isEqualTo("before");
    }
  }
}

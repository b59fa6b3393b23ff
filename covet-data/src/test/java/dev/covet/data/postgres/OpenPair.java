package dev.covet.data.postgres;

import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.base.config.Source;
import dev.covet.base.config.StartFaults;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.ThreadMode;
import dev.covet.base.observe.Metrics;
import dev.covet.data.Session;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import java.util.Map;

/** A database of several servers as an app opens it, and each request's session on it. */
final class OpenPair implements AutoCloseable {
  private final Metrics metrics = new Metrics();
  private final Loops loops = new Loops(ThreadMode.JDK, 2, metrics);
  private final Driver driver;

  private OpenPair(String url, String replica, Map<String, String> settings) {
    var config = Config.of(Mode.TEST, new StartFaults(), Source.code(settings));
    var opener = new PostgresOpener();
    var target = opener.target(url, config);
    var both = replica.isEmpty() ? target : target.withReplica(opener.target(replica, config));
    try {
      driver = both.open(DatabaseLimits.STANDARD, _ -> {}, loops);
    } catch (RuntimeException failure) {
      loops.close();
      throw failure;
    }
  }

  /** Opens the database of these servers, such as {@code a:5432,b:5432}. */
  static OpenPair of(String hosts) {
    return new OpenPair(url(hosts), "", Map.of());
  }

  /** Opens the database of a server with its replica. */
  static OpenPair of(int primaryPort, int replicaPort, Map<String, String> settings) {
    return new OpenPair(url("127.0.0.1:" + primaryPort), url("127.0.0.1:" + replicaPort), settings);
  }

  private static String url(String hosts) {
    var parameters = hosts.contains("?") ? "" : "/postgres";
    return "postgresql://postgres@" + hosts.replace("?", "/postgres?") + parameters;
  }

  Driver driver() {
    return driver;
  }

  /** That of a further request. */
  Session session() {
    return new Session(driver);
  }

  /** Whether the replica is used, as the metrics have it. */
  boolean isReplicaUsable() {
    return metrics.value("database_replica_usable", "database", "main") == 1;
  }

  double lagSeconds() {
    return metrics.value("database_replica_lag_seconds", "database", "main");
  }

  @Override
  public void close() {
    driver.close();
    loops.close();
  }
}

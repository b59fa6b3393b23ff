package dev.covet.data.postgres;

import dev.covet.base.observe.LogText;
import dev.covet.base.observe.LoggedFault;
import dev.covet.data.driver.DatabaseFault;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A replica, for what only reads. It is left out while it is away or too far behind its primary,
 * which a thread of its own looks at. Thread-safe.
 */
final class PostgresReplica implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresReplica.class);

  /** How often it is looked at. */
  private static final Duration LOOK = Duration.ofMillis(500);

  /** Longest wait for an answer when it is looked at. */
  private static final Duration ANSWER_MAX = Duration.ofSeconds(1);

  /** Where a replica is in the log of its primary, and where a primary is in its own. */
  private static final String PLACE =
      "SELECT (CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()"
          + " ELSE pg_current_wal_lsn() END)::text";

  private final PostgresClient client;
  private final PostgresPool pool;
  private final PostgresPool primary;
  private final PostgresTarget target;
  private final ReplicaLag lag;
  private final Lookout lookout = new Lookout("covet-replica", LOOK, this::look);
  private volatile boolean isUsable;
  private volatile double lagSeconds;
  private volatile boolean isClosed;

  /** Why it is left out, as the log has it; null while it is not. */
  private @Nullable String told;

  private PostgresReplica(PostgresTarget target, PostgresPool primary, PostgresPool.Shared shared) {
    this.client =
        new PostgresClient(
            target.url(),
            target.connections().pooler(),
            SessionKind.PREFER_STANDBY,
            shared.loops());
    this.pool = new PostgresPool(client, target.connections(), shared);
    this.primary = primary;
    this.target = target;
    this.lag = new ReplicaLag(target.lagMax().plus(LOOK.multipliedBy(2)));
  }

  /** Opens it, or leaves it out until it is there. */
  static PostgresReplica open(
      PostgresTarget target, PostgresPool primary, PostgresPool.Shared shared) {
    var replica = new PostgresReplica(target, primary, shared);
    replica.pool.start();
    replica.look();
    replica.lookout.begin();
    replica.measure(shared);
    return replica;
  }

  private void measure(PostgresPool.Shared shared) {
    var name = target.use().name();
    pool.measure(name + "-replica");
    var metrics = shared.loops().metrics();
    metrics.gauge("database_replica_usable", () -> isUsable ? 1 : 0, "database", name);
    metrics.gauge("database_replica_lag_seconds", () -> lagSeconds, "database", name);
  }

  /** Begins a transaction that reads; none if the replica is away or too far behind. */
  Optional<PostgresTransaction> snapshot() {
    if (!isUsable) return Optional.empty();
    try {
      return Optional.of(PostgresTransaction.beginPieces(pool, PostgresLink.SNAPSHOT));
    } catch (DatabaseFault fault) {
      if (isBusy(fault) || Thread.currentThread().isInterrupted()) throw fault;
      lookout.lookNow();
      return Optional.empty();
    }
  }

  /** It is there, and has enough to do: that load would be too much for the primary, too. */
  private boolean isBusy(DatabaseFault fault) {
    return isSilence(fault) && pool.isBusy();
  }

  /** No answer came in time, or no connection; nothing has said why. */
  private static boolean isSilence(DatabaseFault fault) {
    return fault.getCause() == null;
  }

  private void look() {
    lookAtPrimary();
    try {
      lag.behind(place(pool)).ifPresentOrElse(this::isBehind, () -> leave("it is too far behind"));
    } catch (DatabaseFault fault) {
      if (isBusy(fault)) return;
      leave(reason(fault));
      if (isSilence(fault)) pool.leave(System.nanoTime());
    }
  }

  /** While that is away nobody can do better than the replica, which stays as it was. */
  private void lookAtPrimary() {
    try {
      lag.primaryIsAt(place(primary));
    } catch (DatabaseFault fault) {
      LOG.atDebug().setCause(LoggedFault.of(fault)).log("primary_not_seen");
    }
  }

  private static ReplicaLag.Place place(PostgresPool pool) {
    var now = System.nanoTime();
    var link = pool.take(ANSWER_MAX);
    try {
      return ReplicaLag.Place.of(now, link.text(PLACE, ANSWER_MAX));
    } finally {
      pool.giveBack(link);
    }
  }

  private void isBehind(Duration time) {
    lagSeconds = time.toMillis() / 1e3;
    if (time.compareTo(target.lagMax()) > 0) {
      leave("it is %s s behind".formatted(time.toSeconds()));
    } else {
      take();
    }
  }

  private void take() {
    if (told != null) LOG.atInfo().addKeyValue("database", target.use().name()).log("replica_back");
    told = null;
    isUsable = true;
  }

  /** Told once, and again when it was back meanwhile. */
  private void leave(String why) {
    if (told == null && !isClosed) {
      LOG.atWarn()
          .addKeyValue("database", target.use().name())
          .addKeyValue("reason", LogText.safe(why))
          .log("replica_left_out");
      told = why;
    }
    isUsable = false;
  }

  private String reason(DatabaseFault fault) {
    var cause = fault.getCause();
    return cause == null ? "it does not answer" : client.reason(cause);
  }

  @Override
  public void close() {
    isClosed = true;
    lookout.end();
    pool.close();
    client.close();
  }
}

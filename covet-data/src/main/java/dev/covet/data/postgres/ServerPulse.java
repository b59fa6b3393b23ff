package dev.covet.data.postgres;

import dev.covet.base.loop.Loop;
import dev.covet.base.loop.Loops;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks a server whether it is still there, on a connection of its own, where another one can take
 * its place: one whose machine is gone closes no connection. If it does not answer, a new
 * connection is opened, which finds the other one. Thread-safe.
 */
final class ServerPulse {
  /** How often it is asked. */
  private static final Duration ASK = Duration.ofSeconds(1);

  /** Longest wait for its answer. */
  private static final Duration ANSWER_MAX = Duration.ofSeconds(2);

  private final PostgresClient client;
  private final Loops loops;
  private final Lookout lookout = new Lookout("covet-server-pulse", ASK, this::ask);
  private volatile @Nullable Asked asked;
  private volatile boolean isAsking;
  private volatile boolean isOver;

  /** The connection, and the loop that drives it. */
  private record Asked(PgConnection connection, Loop loop) {
    void end() {
      LoopTransport.cut(connection, loop);
    }
  }

  ServerPulse(PostgresClient client, Loops loops) {
    this.client = client;
    this.loops = loops;
  }

  /** Begins to ask, if another server can take the place of the one that is connected to. */
  void begin() {
    if (client.choice().mayMove()) lookout.begin();
  }

  private void ask() {
    if (isAsking) return;
    isAsking = true;
    var known = asked;
    var answer = known == null ? opened(loops.next()) : answered(known);
    answer.onComplete(_ -> isAsking = false);
  }

  private Future<?> opened(Loop loop) {
    return client
        .connect(loop)
        .onSuccess(connection -> {
          asked = new Asked(connection, loop);
          if (isOver) close();
        });
  }

  private Future<?> answered(Asked known) {
    return known
        .connection()
        .query("SELECT 1")
        .execute()
        .timeout(ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(_ -> {
          known.end();
          asked = null;
          lookout.lookNow();
        });
  }

  /** Asks no more. */
  void end() {
    isOver = true;
    lookout.end();
    close();
  }

  private void close() {
    var known = asked;
    if (known != null) known.end();
  }
}

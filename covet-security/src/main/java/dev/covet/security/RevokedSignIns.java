package dev.covet.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sign-ins that ended while access tokens of theirs still hold, until these have expired.
 * Thread-safe.
 */
final class RevokedSignIns {
  private static final Logger LOG = LoggerFactory.getLogger(RevokedSignIns.class);

  /** Most of one life of an access token; then older ones are forgotten. */
  private static final int EACH_MAX = SignIns.ENDED_MAX;

  /** How often it is asked what others have ended. */
  private static final Duration LEARNED_EVERY = Duration.ofSeconds(5);

  /** How late it may be seen: transactions last, and clocks differ. */
  private static final Duration LATE = Duration.ofMinutes(1);

  private final Lock learning = new ReentrantLock();
  private final Duration life;
  private final InstantSource clock;
  private volatile Turn turn;
  private volatile Instant learned = Instant.EPOCH;
  private volatile Instant next = Instant.EPOCH;

  private record Turn(Set<String> newer, Set<String> older, Instant since) {
    boolean has(String signIn) {
      return newer.contains(signIn) || older.contains(signIn);
    }
  }

  /**
   * None yet.
   *
   * @param life how long an access token holds
   */
  RevokedSignIns(Duration life, InstantSource clock) {
    this.life = life;
    this.clock = clock;
    this.turn = new Turn(ConcurrentHashMap.newKeySet(), Set.of(), clock.instant());
  }

  boolean has(String signIn) {
    return turn.has(signIn);
  }

  /**
   * Learns of those that another process has ended, or this one before it was started anew, if it
   * is time to. Who comes first waits for that; while it cannot be known, nothing changes.
   *
   * @param ended gives those that have ended since a moment
   */
  void learn(Function<Instant, List<String>> ended) {
    if (clock.instant().isBefore(next)) return;
    if (learned.equals(Instant.EPOCH)) {
      learning.lock();
    } else if (!learning.tryLock()) {
      return;
    }
    try {
      var now = clock.instant();
      if (!now.isBefore(next)) learn(ended, now);
    } finally {
      learning.unlock();
    }
  }

  private void learn(Function<Instant, List<String>> ended, Instant now) {
    next = now.plus(LEARNED_EVERY);
    var oldest = now.minus(life);
    var since = learned.minus(LATE);
    try {
      ended.apply(since.isBefore(oldest) ? oldest : since).forEach(this::add);
      learned = now;
    } catch (NoDatabase.Missing _) {
      next = Instant.MAX;
    } catch (RuntimeException failed) {
      LOG.atWarn().addKeyValue("reason", failed.getMessage()).log("revoked_sign_ins_unknown");
    }
  }

  synchronized void add(String signIn) {
    var now = clock.instant();
    var full = turn.newer().size() >= EACH_MAX;
    if (full) LOG.warn("revoked_sign_ins_full");
    if (full || now.isAfter(turn.since().plus(life))) {
      turn = new Turn(ConcurrentHashMap.newKeySet(), turn.newer(), now);
    }
    turn.newer().add(signIn);
  }
}

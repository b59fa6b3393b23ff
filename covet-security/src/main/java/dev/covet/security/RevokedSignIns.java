package dev.covet.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sign-ins that ended while access tokens of theirs still hold, until these have expired.
 * Thread-safe.
 */
final class RevokedSignIns {
  private static final Logger LOG = LoggerFactory.getLogger(RevokedSignIns.class);

  /** Most of one life of an access token; then older ones are forgotten. */
  private static final int EACH_MAX = 100_000;

  private final Duration life;
  private final InstantSource clock;
  private volatile Turn turn;

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

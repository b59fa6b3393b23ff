package dev.covet.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Failed logins, by account: those with many have to wait before the next password is looked at. It
 * never locks an account: whoever has the password gets in, a little later. Accounts that do not
 * exist are counted as others are, or the wait would tell which do. It takes a fixed amount of
 * memory: two accounts may share a count. Thread-safe.
 */
final class LoginAttempts {
  /** Failures without a wait. */
  static final int FREE_MAX = 10;

  static final Duration WINDOW = Duration.ofMinutes(15);
  private static final Duration WAIT_STEP = Duration.ofMillis(500);
  private static final Duration WAIT_MAX = Duration.ofSeconds(5);

  private static final int COUNTS = 65_536;
  private static final int COUNT_BITS = 16;
  private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

  /** Each holds when its window began, in seconds, and behind that how many failed since then. */
  private final AtomicLongArray counts = new AtomicLongArray(COUNTS);

  private final byte[] seed = new byte[32];
  private final InstantSource clock;

  /** A longer name is taken as it is: making it normal takes time as the square of its length. */
  private static final int NAME_CHARS_MAX = 320;

  LoginAttempts(InstantSource clock) {
    this.clock = clock;
    new SecureRandom().nextBytes(seed);
  }

  /** Where an account is counted; nobody outside can choose two that share a count. */
  int place(String account) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(seed);
      var name = account.length() > NAME_CHARS_MAX ? account : normal(account);
      var bytes = name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      return Math.floorMod(ByteBuffer.wrap(digest.digest(bytes)).getInt(), COUNTS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String normal(String account) {
    return Normalizer.normalize(account.strip(), Normalizer.Form.NFKC);
  }

  /** How long the next login of a place waits. */
  Duration delay(int place) {
    var failed = failures(counts.get(place)) - FREE_MAX;
    if (failed < 0) return Duration.ZERO;
    var steps = Math.min(failed + 1, WAIT_MAX.dividedBy(WAIT_STEP));
    return WAIT_STEP.multipliedBy(steps);
  }

  private long failures(long count) {
    var begun = count >>> COUNT_BITS;
    return now() - begun < WINDOW.toSeconds() ? count & COUNT_MASK : 0;
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  void failed(int place) {
    counts.updateAndGet(
        place,
        count -> {
          var failures = failures(count);
          if (failures == 0) return now() << COUNT_BITS | 1;
          return failures == COUNT_MASK ? count : count + 1;
        });
  }

  void succeeded(int place) {
    counts.set(place, 0);
  }
}

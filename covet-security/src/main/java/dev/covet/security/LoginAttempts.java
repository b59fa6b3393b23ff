package dev.covet.security;

import dev.covet.security.hash.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Logins that nobody has seen succeed, by account: those with many have to wait before the next
 * password is looked at. Each counts from its beginning, so that many at once are no way around it.
 * It never locks an account: whoever has the password gets in, a little later. Accounts that do not
 * exist are counted as others are, or the wait would tell which do. It takes a fixed amount of
 * memory: two accounts may share a count. Thread-safe.
 */
final class LoginAttempts {
  /** Logins without a wait. */
  static final int FREE_MAX = 10;

  static final Duration WINDOW = Duration.ofMinutes(15);
  private static final Duration WAIT_STEP = Duration.ofMillis(500);
  private static final Duration WAIT_MAX = Duration.ofSeconds(5);

  private static final int COUNTS = 65_536;
  private static final int COUNT_BITS = 16;
  private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

  /** Each holds when its window began, in seconds, and behind that how many began since then. */
  private final AtomicLongArray counts = new AtomicLongArray(COUNTS);

  private final byte[] seed = SecretBytes.random(32);
  private final InstantSource clock;

  /** A longer name is taken as it is: making it normal takes time as the square of its length. */
  private static final int NAME_CHARS_MAX = 320;

  LoginAttempts(InstantSource clock) {
    this.clock = clock;
  }

  /** Where an account is counted; nobody outside can choose two that share a count. */
  int place(String account) {
    var hash = SecretBytes.sha256(seed, normal(account).getBytes(StandardCharsets.UTF_8));
    return Math.floorMod(ByteBuffer.wrap(hash).getInt(), COUNTS);
  }

  /** What is the same for all ways to write an account. */
  static String normal(String account) {
    var name =
        account.length() > NAME_CHARS_MAX
            ? account
            : Normalizer.normalize(account.strip(), Normalizer.Form.NFKC);
    return name.toLowerCase(Locale.ROOT);
  }

  /** Counts a login that begins, and says how long it waits. */
  Duration begin(int place) {
    var before = counts.getAndUpdate(place, count -> open(count) == 0 ? first() : more(count));
    var tooMany = open(before) - FREE_MAX + 1;
    if (tooMany <= 0) return Duration.ZERO;
    return WAIT_STEP.multipliedBy(Math.min(tooMany, WAIT_MAX.dividedBy(WAIT_STEP)));
  }

  private long open(long count) {
    var begun = count >>> COUNT_BITS;
    return now() - begun < WINDOW.toSeconds() ? count & COUNT_MASK : 0;
  }

  private long first() {
    return now() << COUNT_BITS | 1;
  }

  private static long more(long count) {
    return (count & COUNT_MASK) == COUNT_MASK ? count : count + 1;
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  /** Takes a login back whose password nobody has looked at. */
  void gaveUp(int place) {
    counts.updateAndGet(place, count -> (count & COUNT_MASK) == 0 ? count : count - 1);
  }

  void succeeded(int place) {
    counts.set(place, 0);
  }
}

package dev.covet.security.jwt;

import dev.covet.api.Unavailable;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys at an address. They are asked for when the first token comes, anew after 5 minutes, and for
 * a {@code kid} that is not among them at most once in 30 s; one request at a time, while others go
 * on with what is known. Where the address does not answer, the last good ones hold for 24 hours.
 */
public final class KeyUrl implements KeySource {
  private static final Logger LOG = LoggerFactory.getLogger(KeyUrl.class);

  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final Duration GOOD = Duration.ofHours(24);
  private static final Duration AT_MOST_EVERY = Duration.ofSeconds(30);

  /** How long nobody asks after a failure while no keys are known. */
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  private final Fetch fetch;
  private final InstantSource clock;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile State state = new State(null, Instant.EPOCH, Instant.EPOCH);

  /** Gets the text of the key set. */
  @FunctionalInterface
  public interface Fetch {
    String keySet() throws IOException;
  }

  private static final String UNAVAILABLE = "Tokens cannot be checked at the moment";

  /** How long those wait who have no keys to go on with: about as long as one asks. */
  private static final int WAIT_SECONDS_MAX = 11;

  /**
   * What is known.
   *
   * @param good when the keys were got
   * @param asked when they were asked for last
   */
  private record State(@Nullable TokenKeys keys, Instant good, Instant asked) {}

  public KeyUrl(Fetch fetch, InstantSource clock) {
    this.fetch = fetch;
    this.clock = clock;
  }

  @Override
  public TokenKeys keys() {
    var known = known();
    if (known == null) return first();
    var now = clock.instant();
    var isFresh = now.isBefore(state.good().plus(FRESH));
    if (!isFresh && !now.isBefore(state.asked().plus(AT_MOST_EVERY))) tryFetch();
    return held();
  }

  @Override
  public TokenKeys newer() {
    if (!clock.instant().isBefore(state.asked().plus(AT_MOST_EVERY))) tryFetch();
    return held();
  }

  private @Nullable TokenKeys known() {
    var now = state;
    return clock.instant().isBefore(now.good().plus(GOOD)) ? now.keys() : null;
  }

  private TokenKeys held() {
    var known = known();
    if (known == null) throw new Unavailable(UNAVAILABLE);
    return known;
  }

  /** Waits for whoever is asking: there is nothing to go on with. */
  private TokenKeys first() {
    if (!isMineInTime()) throw new Unavailable(UNAVAILABLE);
    try {
      var mayAsk = !clock.instant().isBefore(state.asked().plus(AFTER_FAILURE));
      if (known() == null && mayAsk) fetch();
    } finally {
      fetching.unlock();
    }
    return held();
  }

  private boolean isMineInTime() {
    try {
      return fetching.tryLock(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void tryFetch() {
    if (!fetching.tryLock()) return;
    try {
      fetch();
    } finally {
      fetching.unlock();
    }
  }

  private void fetch() {
    var before = state;
    try {
      var found = TokenKeys.published(fetch.keySet());
      if (found.all().isEmpty()) throw new IOException("it has no public key that can be used");
      var same = before.keys() != null && before.keys().text().equals(found.text());
      var now = clock.instant();
      state = new State(same ? before.keys() : found, now, now);
    } catch (IOException | ParseException e) {
      if (Thread.currentThread().isInterrupted()) return; // the client left: that says nothing
      LOG.atWarn().addKeyValue("reason", e.getMessage()).log("key_set_unavailable");
      state = new State(before.keys(), before.good(), clock.instant());
    }
  }
}

package dev.covet.resilience;

import dev.covet.base.observe.Metrics;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts requests in this process, with a bucket for each client. When there are too many clients,
 * further ones share some buckets: nobody's count is given up for that of another. Thread-safe; no
 * two clients wait for each other.
 */
final class MemoryRateLimits implements RateLimitStore {
  /** Most clients whose requests are counted each by itself, unless a setting says otherwise. */
  static final int KEYS_MAX = 100_000;

  /** Buckets of one quota that clients share for whom there is no room; a power of 2. */
  private static final int SHARED = 256;

  /** The shortest time between two looks for clients that have gone, in nanoseconds. */
  private static final long SWEEP_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final int keysMax;
  private final Ticks ticks;
  private final Metrics metrics;
  private final TimeMeter meter;
  private final AtomicInteger keys = new AtomicInteger();
  private final AtomicLong swept;
  private final List<Buckets> all = new CopyOnWriteArrayList<>();

  /** Which bucket a client shares is not to be foreseen. */
  private final int salt = ThreadLocalRandom.current().nextInt() | 1;

  MemoryRateLimits(int keysMax, Ticks ticks, Metrics metrics) {
    this.keysMax = keysMax;
    this.ticks = ticks;
    this.metrics = metrics;
    this.meter = new Meter(ticks);
    this.swept = new AtomicLong(ticks.nanos() - SWEEP_NANOS);
    metrics.gauge("rate_limit_keys", keys::get);
  }

  private record Meter(Ticks ticks) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return ticks.nanos();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  @Override
  public Counter counter(Quota quota) {
    var buckets = new Buckets(quota);
    all.add(buckets);
    return buckets;
  }

  /** Takes the room for one more client; false if there is none. */
  private boolean takesOne() {
    return fits() || (sweeps() && fits());
  }

  private boolean fits() {
    var fits = keys.incrementAndGet() <= keysMax;
    if (!fits) keys.decrementAndGet();
    return fits;
  }

  /** Forgets the clients whose quota is whole again; false if that was done just now. */
  private boolean sweeps() {
    var last = swept.get();
    var now = ticks.nanos();
    if (now - last < SWEEP_NANOS || !swept.compareAndSet(last, now)) return false;
    all.forEach(each -> each.sweep(now));
    return true;
  }

  /** The requests of one client. */
  private static final class Counted {
    private final Bucket bucket;
    private volatile long usedNanos;

    Counted(Bucket bucket) {
      this.bucket = bucket;
    }
  }

  /** The requests of all clients by one quota. */
  private final class Buckets implements Counter {
    private final Quota quota;
    private final long wholeNanos;
    private final Map<ClientKey, Counted> counts = new ConcurrentHashMap<>();
    private final AtomicReferenceArray<@Nullable Counted> shared =
        new AtomicReferenceArray<>(SHARED);

    Buckets(Quota quota) {
      this.quota = quota;
      this.wholeNanos =
          quota.windows().stream().mapToLong(each -> each.period().toNanos()).max().orElseThrow();
    }

    @Override
    public Verdict take(ClientKey client) {
      return take(bucketOf(client));
    }

    @Override
    public void giveBack(ClientKey client) {
      bucketOf(client).addTokens(1);
    }

    private Bucket bucketOf(ClientKey client) {
      var known = counts.get(client);
      var counted = known == null ? newcomer(client) : known;
      counted.usedNanos = ticks.nanos();
      return counted.bucket;
    }

    private Verdict take(Bucket bucket) {
      if (quota.windows().size() == 1) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return verdict(probe, List.of(probe.getRemainingTokens()));
      }
      var told = bucket.asVerbose().tryConsumeAndReturnRemaining(1);
      var left = told.getDiagnostics().getAvailableTokensPerEachBandwidth();
      return verdict(told.getValue(), LongStream.of(left).boxed().toList());
    }

    private static Verdict verdict(ConsumptionProbe probe, List<Long> left) {
      return new Verdict(
          probe.isConsumed(),
          left,
          probe.getNanosToWaitForReset(),
          probe.getNanosToWaitForRefill());
    }

    private Counted newcomer(ClientKey client) {
      if (!takesOne()) {
        metrics.limitHit("RATE_LIMIT_KEYS_MAX");
        return shared(client);
      }
      var made = new Counted(bucket());
      var before = counts.putIfAbsent(client, made);
      if (before == null) return made;
      keys.decrementAndGet();
      return before;
    }

    private Counted shared(ClientKey client) {
      var mixed = client.hashCode() * salt;
      var place = (mixed ^ (mixed >>> 16)) & (SHARED - 1);
      var known = shared.get(place);
      if (known != null) return known;
      var made = new Counted(bucket());
      var before = shared.compareAndExchange(place, null, made);
      return before == null ? made : before;
    }

    private Bucket bucket() {
      var bucket = Bucket.builder().withCustomTimePrecision(meter);
      for (var each : quota.windows()) {
        bucket.addLimit(limit ->
            limit.capacity(each.requests()).refillIntervally(each.requests(), each.period()));
      }
      return bucket.build();
    }

    void sweep(long now) {
      counts.forEach((client, counted) -> {
        var isWhole = now - counted.usedNanos >= wholeNanos;
        if (isWhole && counts.remove(client, counted)) keys.decrementAndGet();
      });
    }
  }
}

package dev.covet.security.jwt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What tokens said that were verified a moment ago, by the SHA-256 of their texts: a signature is
 * checked once, and what may change since is the caller's to check. The newer half and the older
 * half of the values are kept; the older one is dropped when the newer one is full. Thread-safe.
 *
 * @param <V> what is known of a token
 */
final class TokenCache<V> {
  private final int halfMax;
  private volatile Halves<V> halves = new Halves<>();

  private record Halves<V>(ConcurrentHashMap<Digest, V> newer, ConcurrentHashMap<Digest, V> older) {
    Halves() {
      this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }
  }

  /** All 256 bits of a hash; the first ones spread as well as any. */
  record Digest(long a, long b, long c, long d) {
    /** Copied for each token: to look the algorithm up takes longer. */
    private static final MessageDigest SHA = sha();

    private static MessageDigest sha() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    static Digest of(String token) {
      try {
        var sha = (MessageDigest) SHA.clone();
        var hash = ByteBuffer.wrap(sha.digest(token.getBytes(StandardCharsets.ISO_8859_1)));
        return new Digest(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
      } catch (CloneNotSupportedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Digest(var e, var f, var g, var h)
          && a == e
          && b == f
          && c == g
          && d == h;
    }

    @Override
    public int hashCode() {
      return (int) a;
    }
  }

  /** For so many values, at least 2. */
  TokenCache(int entriesMax) {
    this.halfMax = Math.max(1, entriesMax / 2);
  }

  @Nullable V get(Digest token) {
    var now = halves;
    var found = now.newer().get(token);
    return found != null ? found : now.older().get(token);
  }

  void put(Digest token, V value) {
    if (halves.newer().size() >= halfMax) turn();
    halves.newer().put(token, value);
  }

  private synchronized void turn() {
    var now = halves;
    if (now.newer().size() >= halfMax) {
      halves = new Halves<>(new ConcurrentHashMap<>(), now.newer());
    }
  }

  void remove(Digest token) {
    var now = halves;
    now.newer().remove(token);
    now.older().remove(token);
  }

  /** How many values are kept. */
  int size() {
    var now = halves;
    return now.newer().size() + now.older().size();
  }
}

package dev.covet.security.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.covet.api.Unauthorized;
import dev.covet.base.json.Codec;
import dev.covet.base.json.Json;
import dev.covet.base.observe.Metrics;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Says who a signed token is of (RFC 7519, with what RFC 8725 asks). What its header names never
 * chooses a key or an algorithm: {@code kid} looks up one that is known, and that key has one
 * algorithm. Thread-safe.
 *
 * @param <P> the principal
 */
public final class JwtVerifier<P> {
  /** How long a token is not looked at again. */
  private static final Duration CACHED = Duration.ofSeconds(60);

  /** What would change what is signed: none is taken, not even where it is no {@code crit}. */
  private static final Set<String> CHANGING = Set.of("crit", "b64", "zip");

  private static final int PARTS = 3;

  private final Codec<P> codec;
  private final KeySource keys;
  private final TokenTerms terms;
  private final JwtLimits limits;
  private final InstantSource clock;
  private final Predicate<String> revoked;
  private final Consumer<String> refused;
  private final Metrics metrics;
  private final TokenCache<Verified<P>> cache;
  private final Json json = new Json();

  /**
   * What a token said.
   *
   * @param expires when it expires, in seconds since 1970
   * @param signIn the sign-in that it belongs to; empty for none
   * @param keys those that were known when its signature was checked
   * @param checked when that was, in seconds since 1970
   */
  private record Verified<P>(
      P principal, long expires, String signIn, TokenKeys keys, long checked) {}

  /**
   * What tokens are verified by.
   *
   * @param revoked whether a sign-in has ended
   * @param refused learns why a token does not hold, which whoever sent it does not
   */
  public record By(
      KeySource keys,
      TokenTerms terms,
      JwtLimits limits,
      InstantSource clock,
      Predicate<String> revoked,
      Consumer<String> refused,
      Metrics metrics) {}

  public JwtVerifier(Codec<P> codec, By by) {
    this.codec = codec;
    this.keys = by.keys();
    this.terms = by.terms();
    this.limits = by.limits();
    this.clock = by.clock();
    this.revoked = by.revoked();
    this.refused = by.refused();
    this.metrics = by.metrics();
    this.cache = new TokenCache<>(limits.tokenCacheEntriesMax());
  }

  /**
   * Who is signed in by a token.
   *
   * @throws Unauthorized if it does not hold (401)
   * @throws dev.covet.api.Unavailable if the keys to check it by cannot be had (503)
   */
  public P verify(String token) {
    var now = Math.floorDiv(clock.millis(), 1_000L);
    return stillGood(known(token, now), now);
  }

  /**
   * When a token ends, with all that clocks may differ.
   *
   * @throws Unauthorized if it does not hold (401)
   */
  public Instant expires(String token) {
    var known = known(token, Math.floorDiv(clock.millis(), 1_000L));
    return Instant.ofEpochSecond(known.expires() + limits.clockSkewSeconds());
  }

  private Verified<P> known(String token, long now) {
    if (isTooLong(token)) throw bad("too_long");
    var digest = TokenCache.Digest.of(token);
    var known = cache.get(digest);
    if (known == null || !isFresh(known, now)) {
      if (!hasForm(token)) throw bad("malformed");
      known = verified(token, now);
      cache.put(digest, known);
    }
    return known;
  }

  private boolean isFresh(Verified<P> known, long now) {
    return known.keys() == keys.keys() && Math.abs(now - known.checked()) < CACHED.toSeconds();
  }

  private P stillGood(Verified<P> known, long now) {
    if (now >= known.expires() + limits.clockSkewSeconds()) {
      throw new Unauthorized("The token has expired");
    }
    if (!known.signIn().isEmpty() && revoked.test(known.signIn())) throw bad("signed_out");
    return known.principal();
  }

  private Unauthorized bad(String reason) {
    refused.accept(reason);
    return new Unauthorized("The token does not hold");
  }

  private boolean isTooLong(String token) {
    if (token.length() <= limits.tokenBytesMax()) return false;
    metrics.limitHit("TOKEN_BYTES_MAX");
    return true;
  }

  /**
   * Three parts of base64url, as RFC 7515 has them: no blank, no padding, no other bits behind the
   * last byte, so that a token has one text alone. One that was verified before has that form.
   */
  private static boolean hasForm(String token) {
    var parts = token.split("\\.", -1);
    return parts.length == PARTS && Stream.of(parts).allMatch(JwtVerifier::isBase64Url);
  }

  private static boolean isBase64Url(String part) {
    try {
      var bytes = Base64.getUrlDecoder().decode(part);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private Verified<P> verified(String token, long now) {
    var parsed = parsed(token);
    var header = parsed.getHeader();
    if (!isTaken(header)) throw bad("header");
    var set = keys.keys();
    if (!set.mayHave(header.getKeyID())) set = keys.newer();
    if (set.find(header).stream().noneMatch(key -> isSigned(parsed, key))) throw bad("signature");
    var payload = parsed.getPayload().toBytes();
    var claims = read(payload, ClaimsCodec.STORED);
    if (!terms.fit(claims)) throw bad("issuer_or_audience");
    if (claims.isEarly(now + limits.clockSkewSeconds())) throw bad("too_early");
    var signIn = claims.sid() == null ? "" : claims.sid();
    return new Verified<>(read(payload, codec), claims.expires(), signIn, set, now);
  }

  private JWSObject parsed(String token) {
    try {
      return JWSObject.parse(token);
    } catch (ParseException | RuntimeException _) {
      // none, encrypted, or no token at all; what it says of that may show some of it
      throw bad("malformed");
    }
  }

  private boolean isTaken(JWSHeader header) {
    var id = header.getKeyID();
    return !changesWhatIsSigned(header)
        && (id == null || id.length() <= limits.kidCharsMax())
        && terms.hasType(header.getType());
  }

  /** Nimbus passes over a {@code crit} that is empty, which RFC 7515, 4.1.11 forbids. */
  private static boolean changesWhatIsSigned(JWSHeader header) {
    try {
      var members = JSONObjectUtils.parse(header.toBase64URL().decodeToString());
      return CHANGING.stream().anyMatch(members::containsKey);
    } catch (ParseException _) {
      return true;
    }
  }

  private static boolean isSigned(JWSObject token, TokenKey key) {
    try {
      return token.verify(key.verifier());
    } catch (JOSEException | RuntimeException _) {
      return false;
    }
  }

  private <T> T read(byte[] payload, Codec<T> as) {
    try {
      return json.read(payload, as);
    } catch (RuntimeException _) {
      throw bad("claims"); // it is no JSON, or has not what the principal needs
    }
  }
}

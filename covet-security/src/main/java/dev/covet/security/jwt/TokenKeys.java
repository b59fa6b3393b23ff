package dev.covet.security.jwt;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A set of keys as it is at one time; another state of it is another instance. Immutable. */
public final class TokenKeys {
  /** Most keys of a set. */
  static final int KEYS_MAX = 100;

  private final String text;
  private final List<TokenKey> all;

  /**
   * Keys.
   *
   * @param text what they were read from, by which a set that did not change is known
   */
  public TokenKeys(String text, List<TokenKey> all) {
    this.text = text;
    this.all = List.copyOf(all);
  }

  String text() {
    return text;
  }

  public List<TokenKey> all() {
    return all;
  }

  /**
   * The keys of a JWK Set (RFC 7517, 5) that are for signatures.
   *
   * @throws ParseException if it is none, or has more than {@link #KEYS_MAX}; the message shows
   *     none of it
   */
  static TokenKeys parse(String json) throws ParseException {
    List<JWK> keys;
    try {
      keys = JWKSet.parse(json).getKeys();
    } catch (ParseException | RuntimeException _) {
      throw new ParseException("it is not a JWK Set (RFC 7517)", 0);
    }
    if (keys.size() > KEYS_MAX) throw new ParseException("it has more than 100 keys", 0);
    return new TokenKeys(json, keys.stream().flatMap(key -> TokenKey.of(key).stream()).toList());
  }

  /**
   * The keys of a set that others publish. One that is no secret any more signs nothing: what is of
   * HMAC there is passed over, or whoever reads the set could make tokens (RFC 8725, 2.1).
   *
   * @throws ParseException as {@link #parse}
   */
  static TokenKeys published(String json) throws ParseException {
    var keys = parse(json);
    return new TokenKeys(json, keys.all.stream().filter(key -> !key.isSymmetric()).toList());
  }

  /**
   * The key that a token says it is signed by. A {@code kid} looks up, and nothing else does; a
   * token without one is for the only key of its algorithm. A key of another algorithm is none.
   */
  Optional<TokenKey> find(JWSHeader header) {
    var id = header.getKeyID();
    var fitting =
        all.stream()
            .filter(key -> key.algorithm().equals(header.getAlgorithm()))
            .filter(key -> id == null || id.equals(key.id()))
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  /** Whether a key of this {@code kid} is among them, or none is asked for. */
  boolean mayHave(@Nullable String id) {
    return id == null || all.stream().anyMatch(key -> id.equals(key.id()));
  }

  /** The key that new tokens are signed by: the first one with its private half. */
  Optional<TokenKey> signing() {
    return all.stream().filter(key -> key.signer() != null).findFirst();
  }

  @Override
  public String toString() {
    return all.toString();
  }
}

package dev.covet.security.jwt;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A set of keys as it is at one time; another state of it is another instance. Immutable. */
public final class TokenKeys {
  /** Most keys of a set. */
  static final int KEYS_MAX = 100;

  /** Most keys that one token is tried with. */
  static final int TRIED_MAX = 8;

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
    return of(json, () -> JWKSet.parse(json).getKeys());
  }

  /**
   * The keys of a set that others publish. One that is no secret any more signs nothing: what is of
   * HMAC there is passed over, or whoever reads the set could make tokens (RFC 8725, 2.1). So is
   * what cannot be read, which says nothing of the keys beside it.
   *
   * @throws ParseException as {@link #parse}
   */
  static TokenKeys published(String json) throws ParseException {
    var keys = of(json, () -> readable(json));
    return new TokenKeys(json, keys.all.stream().filter(key -> !key.isSymmetric()).toList());
  }

  private interface Reading {
    List<JWK> keys() throws ParseException;
  }

  private static TokenKeys of(String json, Reading reading) throws ParseException {
    List<JWK> keys;
    try {
      keys = reading.keys();
    } catch (ParseException | RuntimeException _) {
      throw new ParseException("it is not a JWK Set (RFC 7517)", 0);
    }
    if (keys.size() > KEYS_MAX) throw new ParseException("it has more than 100 keys", 0);
    return new TokenKeys(json, keys.stream().flatMap(key -> TokenKey.of(key).stream()).toList());
  }

  private static List<JWK> readable(String json) throws ParseException {
    return JSONObjectUtils.getJSONArray(JSONObjectUtils.parse(json), "keys").stream()
        .flatMap(each -> key(each).stream())
        .toList();
  }

  @SuppressWarnings("unchecked") // the names of members are texts
  private static Optional<JWK> key(Object member) {
    try {
      return member instanceof Map<?, ?> key
          ? Optional.of(JWK.parse((Map<String, Object>) key))
          : Optional.empty();
    } catch (ParseException | RuntimeException _) {
      return Optional.empty();
    }
  }

  /**
   * The keys that a token may be signed by, at most {@link #TRIED_MAX}. A {@code kid} looks up, and
   * nothing else does; two keys may have one, or none. A key of another algorithm is none.
   */
  List<TokenKey> find(JWSHeader header) {
    var id = header.getKeyID();
    return all.stream()
        .filter(key -> key.algorithm().equals(header.getAlgorithm()))
        .filter(key -> id == null || id.equals(key.id()))
        .limit(TRIED_MAX)
        .toList();
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

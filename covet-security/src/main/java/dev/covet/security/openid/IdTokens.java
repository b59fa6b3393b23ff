package dev.covet.security.openid;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JWSObject;
import dev.covet.api.JsonValue;
import dev.covet.api.Unauthorized;
import dev.covet.app.Setup;
import dev.covet.base.codec.Codecs;
import dev.covet.security.hash.SecretBytes;
import dev.covet.security.jwt.JwtLimits;
import dev.covet.security.jwt.JwtVerifier;
import dev.covet.security.jwt.KeySource;
import dev.covet.security.jwt.TokenTerms;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies ID tokens of one issuer for one client (OpenID Connect Core 1.0, 3.1.3.7). Thread-safe.
 */
final class IdTokens {
  /** No access token is an ID token. */
  private static final Set<String> TYPES = Set.of("", "jwt");

  private static final int SUBJECT_CHARS_MAX = 255;

  private final String clientId;
  private final JwtVerifier<JsonValue> verifier;

  IdTokens(OpenIdClient client, KeySource keys, Setup setup) {
    var all = JwtLimits.from(setup.config().limits());
    var limits = new JwtLimits(all.tokenBytesMax(), all.kidCharsMax(), all.clockSkewSeconds(), 1);
    var terms = new TokenTerms(Optional.of(client.issuer()), Optional.of(client.id()), TYPES);
    this.clientId = client.id();
    this.verifier =
        new JwtVerifier<>(
            Codecs.VALUE,
            new JwtVerifier.By(
                keys, terms, limits, setup.clock(), _ -> false, _ -> {}, setup.metrics()));
  }

  /**
   * The claims of an ID token.
   *
   * @param accessToken what came beside it
   * @param nonce what it must have in it
   * @throws Unauthorized if it does not hold (401); the message is for the log
   * @throws dev.covet.api.Unavailable if the keys to check it by cannot be had (503)
   */
  JsonValue.Members verify(String token, @Nullable String accessToken, String nonce) {
    var claims = (JsonValue.Members) verifier.verify(token);
    if (!SecretBytes.isSame(text(claims, "nonce"), nonce)) throw bad("nonce");
    var subject = text(claims, "sub");
    if (subject.isEmpty() || subject.length() > SUBJECT_CHARS_MAX) throw bad("sub");
    if (!isForClient(claims)) throw bad("azp");
    if (claims.values().containsKey("at_hash") && !hasHash(claims, token, accessToken)) {
      throw bad("at_hash");
    }
    return claims;
  }

  private static String text(JsonValue.Members claims, String name) {
    return claims.values().get(name) instanceof JsonValue.Text(var text) ? text : "";
  }

  private static Unauthorized bad(String claim) {
    return new Unauthorized("The " + claim + " of the ID token does not fit");
  }

  /** That the client is among its audiences is known; of several, one must be whom it is for. */
  private boolean isForClient(JsonValue.Members claims) {
    var isForSeveral =
        claims.values().get("aud") instanceof JsonValue.Items(var all) && all.size() > 1;
    return claims.values().containsKey("azp")
        ? text(claims, "azp").equals(clientId)
        : !isForSeveral;
  }

  /** Core 1.0, 3.1.3.8. */
  private static boolean hasHash(
      JsonValue.Members claims, String token, @Nullable String accessToken) {
    if (accessToken == null) return false;
    try {
      var algorithm = JWSObject.parse(token).getHeader().getAlgorithm().getName();
      var hash = MessageDigest.getInstance(digest(algorithm));
      var all = hash.digest(accessToken.getBytes(US_ASCII));
      return SecretBytes.isSame(
          text(claims, "at_hash"), SecretBytes.text(Arrays.copyOf(all, all.length / 2)));
    } catch (ParseException | NoSuchAlgorithmException _) {
      return false;
    }
  }

  /** {@code RS256} hashes by SHA-256, and so on; Ed25519 has SHA-512 in it. */
  private static String digest(String algorithm) {
    return algorithm.startsWith("Ed")
        ? "SHA-512"
        : "SHA-" + algorithm.substring(Math.max(0, algorithm.length() - 3));
  }
}

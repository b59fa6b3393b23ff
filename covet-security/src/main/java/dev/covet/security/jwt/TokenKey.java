package dev.covet.security.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key that tokens are signed by, with the one algorithm that it is for (RFC 8725, 3.1): the one
 * that its JWK names, else the usual one of its kind. What a token names never chooses.
 *
 * @param id its {@code kid}; empty for none
 * @param signer null where only its public half is known
 */
public record TokenKey(
    String id, JWSAlgorithm algorithm, JWSVerifier verifier, @Nullable JWSSigner signer) {
  /** Shortest key of HMAC, in bytes, and of RSA, in bits (RFC 7518, 3.2 and 3.3). */
  static final int HMAC_BYTES_MIN = 32;

  private static final int RSA_BITS_MIN = 2_048;

  /** A key, if it is one for signatures and of a kind that is known. */
  public static Optional<TokenKey> of(JWK jwk) {
    if (jwk.getKeyUse() != null && !jwk.getKeyUse().equals(KeyUse.SIGNATURE)) {
      return Optional.empty();
    }
    try {
      return switch (jwk) {
        case RSAKey key -> rsa(key);
        case ECKey key -> elliptic(key);
        case OctetKeyPair key -> edwards(key);
        case OctetSequenceKey key -> hmac(key);
        default -> Optional.empty();
      };
    } catch (JOSEException | IllegalArgumentException | IllegalStateException _) {
      return Optional.empty();
    }
  }

  private static Optional<TokenKey> rsa(RSAKey key) throws JOSEException {
    if (key.size() < RSA_BITS_MIN) return Optional.empty();
    var algorithm = algorithm(key, JWSAlgorithm.RS256);
    if (!JWSAlgorithm.Family.RSA.contains(algorithm)) return Optional.empty();
    var signer = key.isPrivate() ? new RSASSASigner(key) : null;
    return Optional.of(
        new TokenKey(id(key), algorithm, new RSASSAVerifier(key.toRSAPublicKey()), signer));
  }

  private static Optional<TokenKey> elliptic(ECKey key) throws JOSEException {
    var verifier = new ECDSAVerifier(key.toECPublicKey());
    var only = verifier.supportedJWSAlgorithms().iterator().next();
    if (!only.equals(algorithm(key, only))) return Optional.empty();
    var signer = key.isPrivate() ? new ECDSASigner(key) : null;
    return Optional.of(new TokenKey(id(key), only, verifier, signer));
  }

  private static Optional<TokenKey> edwards(OctetKeyPair key) throws JOSEException {
    var algorithm = algorithm(key, JWSAlgorithm.EdDSA);
    if (!Curve.Ed25519.equals(key.getCurve()) || !JWSAlgorithm.Family.ED.contains(algorithm)) {
      return Optional.empty();
    }
    return Optional.of(new TokenKey(id(key), algorithm, new EdDsa(key), null));
  }

  private static Optional<TokenKey> hmac(OctetSequenceKey key) throws JOSEException {
    if (key.size() < HMAC_BYTES_MIN * 8) return Optional.empty();
    var algorithm = algorithm(key, JWSAlgorithm.HS256);
    if (!JWSAlgorithm.Family.HMAC_SHA.contains(algorithm)) return Optional.empty();
    return Optional.of(new TokenKey(id(key), algorithm, new MACVerifier(key), new MACSigner(key)));
  }

  private static JWSAlgorithm algorithm(JWK key, JWSAlgorithm usual) {
    return key.getAlgorithm() == null ? usual : JWSAlgorithm.parse(key.getAlgorithm().getName());
  }

  /** Whether who can check a token by it can make one, too. */
  boolean isSymmetric() {
    return JWSAlgorithm.Family.HMAC_SHA.contains(algorithm);
  }

  private static String id(JWK key) {
    return key.getKeyID() == null ? "" : key.getKeyID();
  }

  /** As {@code TokenKey[id, RS256]}: without the key. */
  @Override
  public String toString() {
    return "TokenKey[" + id + ", " + algorithm + "]";
  }
}

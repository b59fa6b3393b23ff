package dev.covet.security.jwt;

import com.nimbusds.jose.JOSEObjectType;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What tokens say, apart from who is signed in: written into own ones, and asked of all.
 *
 * @param issuer their {@code iss}
 * @param audience one of their {@code aud}
 * @param types their {@code typ} without {@code application/}, in lower case; empty where it may be
 *     missing
 */
public record TokenTerms(Optional<String> issuer, Optional<String> audience, Set<String> types) {
  /** The type of access tokens (RFC 9068, 2.1). */
  static final String ACCESS = "at+jwt";

  /** Of tokens that the app makes itself. */
  public static final Set<String> OWN = Set.of(ACCESS);

  /** Of tokens of others, not all of whom keep RFC 9068; no logout token or proof is among them. */
  public static final Set<String> OTHERS = Set.of("", "jwt", ACCESS);

  /** Copies the types. */
  public TokenTerms {
    types = Set.copyOf(types);
  }

  boolean hasType(@Nullable JOSEObjectType type) {
    var text = type == null ? "" : type.toString().toLowerCase(java.util.Locale.ROOT);
    return types.contains(text.startsWith("application/") ? text.substring(12) : text);
  }

  boolean fit(Claims claims) {
    return issuer.map(it -> it.equals(claims.iss())).orElse(true)
        && audience.map(claims::isFor).orElse(true);
  }
}

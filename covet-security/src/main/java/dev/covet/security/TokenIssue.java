package dev.covet.security;

import dev.covet.security.jwt.AccessTokens;
import dev.covet.security.jwt.Claims;

/**
 * What {@link Tokens} of all requests share. Thread-safe.
 *
 * @param signIns the rows of refresh tokens
 * @param access makes access tokens
 * @param revoked knows whose access tokens no longer hold
 */
record TokenIssue(SignIns<?> signIns, AccessTokens access, RevokedSignIns revoked) {
  /** An access token of a principal, and of no sign-in. */
  String alone(Object principal) {
    return access(signIns.claims(principal), signIns.id(principal), "");
  }

  /** The tokens of a sign-in. */
  TokenPair pair(SignIns.Begun begun) {
    var row = begun.row();
    return new TokenPair(
        access(row.claims(), signIns.id(row), row.id()), begun.key().text(), TokenPair.TYPE);
  }

  /** Its {@code sub} is the principal's own, if it has a component for it. */
  private String access(String claims, String id, String signIn) {
    var hasSubject = Claims.names(signIns.part().codec().schema()).contains("sub");
    return access.of(new AccessTokens.Whose(claims, hasSubject ? "" : id, signIn));
  }
}

package dev.covet.security.openid;

import dev.covet.api.Case;
import dev.covet.api.Model;
import dev.covet.api.Naming;
import org.jspecify.annotations.Nullable;

/**
 * What an issuer answers to a code (OpenID Connect Core 1.0, 3.1.3.3; RFC 6749, 5.2), as far as it
 * is needed here.
 *
 * @param idToken says who has signed in
 * @param accessToken for the issuer's own pages; nothing is done with it but to compare its hash
 * @param error why there are none
 */
@Model
@Naming(Case.SNAKE_CASE)
record TokenAnswer(@Nullable String idToken, @Nullable String accessToken, @Nullable String error) {
  static final TokenAnswer NOTHING = new TokenAnswer(null, null, null);

  @Override
  public String toString() {
    return "TokenAnswer[***]";
  }
}

package dev.covet.security;

import dev.covet.api.Case;
import dev.covet.api.Example;
import dev.covet.api.Model;
import dev.covet.api.Naming;

/**
 * What a client gets that has signed in, as RFC 6749, 5.1 names it: {@code access_token}, {@code
 * refresh_token} and {@code token_type}.
 *
 * @param accessToken says who is signed in, for 15 minutes
 * @param refreshToken gets the next pair, once
 * @param tokenType how the access token is sent: {@code bearer}
 */
@Model
@Example(
    """
    {
      "access_token": "eyJraWQiOiJ6UX...",
      "refresh_token": "kW2rN0b...",
      "token_type": "bearer"
    }
    """)
@Naming(Case.SNAKE_CASE)
public record TokenPair(String accessToken, String refreshToken, String tokenType) {
  static final String TYPE = "bearer";

  /** Without the tokens, for they may be logged. */
  @Override
  public String toString() {
    return "TokenPair[***]";
  }
}

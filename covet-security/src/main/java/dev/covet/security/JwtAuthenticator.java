package dev.covet.security;

import dev.covet.web.auth.Authenticator;
import dev.covet.web.auth.SecurityScheme;
import dev.covet.web.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * Knows who sends a request by the token in {@code Authorization}.
 *
 * @param word what stands before the token
 */
record JwtAuthenticator<P>(SecurityScheme scheme, String word, JwtVerifier<P> verifier)
    implements Authenticator<P> {
  @Override
  public @Nullable P authenticate(Request request) {
    var token = CredentialsHeader.after(word, request);
    return token == null ? null : verifier.verify(token);
  }
}

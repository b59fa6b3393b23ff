package dev.covet.security;

import dev.covet.security.jwt.JwtVerifier;
import dev.covet.web.auth.Authenticator;
import dev.covet.web.auth.SecurityScheme;
import dev.covet.web.http.Request;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Knows who sends a request by the token in {@code Authorization}.
 *
 * @param word what stands before the token
 * @param before is told of each request that has a token
 */
record JwtAuthenticator<P>(
    SecurityScheme scheme, String word, JwtVerifier<P> verifier, Consumer<Request> before)
    implements Authenticator<P> {
  @Override
  public @Nullable P authenticate(Request request) {
    var token = CredentialsHeader.after(word, request);
    if (token == null) return null;
    before.accept(request);
    return verifier.verify(token);
  }

  @Override
  public Optional<Instant> expires(Request request) {
    var token = CredentialsHeader.after(word, request);
    return token == null ? Optional.empty() : Optional.of(verifier.expires(token));
  }
}

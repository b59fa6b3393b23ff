package dev.covet.gen;

import dev.covet.base.inject.Provider;
import dev.covet.web.auth.SecurityScheme;
import java.util.List;

/**
 * A way to sign in that the program has as a provider of the principal.
 *
 * @param provider reads the credentials and finds out whose they are
 * @param schemes each credential that it reads
 * @param <P> the principal
 */
public record OwnSignIn<P>(Provider<P> provider, List<SecurityScheme> schemes) {
  /** Copies the list. */
  public OwnSignIn {
    schemes = List.copyOf(schemes);
  }
}

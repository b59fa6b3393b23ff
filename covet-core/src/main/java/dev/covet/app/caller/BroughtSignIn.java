package dev.covet.app.caller;

import dev.covet.base.inject.Wiring;
import dev.covet.web.auth.Authenticator;
import java.util.function.Function;

/**
 * A way to sign in that a plugin brings.
 *
 * @param principal who is signed in by it
 * @param how called once for a start
 */
public record BroughtSignIn<P>(Class<P> principal, Function<Wiring, Authenticator<P>> how) {}

package dev.covet.security;

import dev.covet.api.JsonValue;
import dev.covet.data.Session;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who has signed in at an issuer of OpenID Connect: what its ID token says, which was verified. Of
 * one request; not thread-safe.
 */
public final class OpenIdUser {
  private final String issuer;
  private final JsonValue.Members claims;
  private final Supplier<Session> db;

  OpenIdUser(String issuer, JsonValue.Members claims, Supplier<Session> db) {
    this.issuer = issuer;
    this.claims = claims;
    this.db = db;
  }

  /** The issuer. */
  public String issuer() {
    return issuer;
  }

  /**
   * The user's key at the issuer, at most 255 characters ({@code sub}): it never changes, and no
   * other user ever gets it. Know users again by it, together with {@link #issuer}.
   */
  public String subject() {
    return text("sub").orElseThrow();
  }

  /**
   * The e-mail address, if the issuer says that it has seen that it is the user's ({@code
   * email_verified}). One that anybody may have typed there is none: whoever knows users again by
   * it would let others in.
   */
  public Optional<String> email() {
    return new JsonValue.Bool(true).equals(claims.values().get("email_verified"))
        ? text("email")
        : Optional.empty();
  }

  /** What the user is called ({@code name}); for people to read. */
  public Optional<String> name() {
    return text("name");
  }

  /**
   * A claim that is a text.
   *
   * @param claim such as {@code preferred_username}
   */
  public Optional<String> text(String claim) {
    return claims.values().get(claim) instanceof JsonValue.Text(var text)
        ? Optional.of(text)
        : Optional.empty();
  }

  /** All claims of the ID token (OpenID Connect Core 1.0, 2 and 5.1). */
  public JsonValue.Members claims() {
    return claims;
  }

  /**
   * The request's session.
   *
   * @throws IllegalStateException if the app has no database
   */
  public Session db() {
    return db.get();
  }
}

package dev.covet.security;

import dev.covet.base.json.Json;
import dev.covet.gen.PrincipalPart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * What {@link Tokens} of all requests share. Thread-safe.
 *
 * @param <P> the principal
 */
final class TokenIssue<P> {
  private static final Duration CLEANED_EVERY = Duration.ofMinutes(10);

  private final PrincipalPart<P> part;
  private final AccessTokens access;
  private final Tokens.Life life;
  private final RevokedSignIns revoked;
  private final boolean hasSubject;
  private final Json json = new Json();
  private final AtomicReference<Instant> cleaned = new AtomicReference<>(Instant.EPOCH);

  TokenIssue(PrincipalPart<P> part, AccessTokens access, Tokens.Life life, RevokedSignIns revoked) {
    this.part = part;
    this.access = access;
    this.life = life;
    this.revoked = revoked;
    this.hasSubject = Claims.names(part.codec().schema()).contains("sub");
  }

  Instant now() {
    return access.clock().instant();
  }

  Tokens.Life life() {
    return life;
  }

  /** A principal as JSON. */
  String claims(Object principal) {
    return new String(json.write(part.codec(), cast(principal)), StandardCharsets.UTF_8);
  }

  private P cast(Object principal) {
    var type = part.type();
    if (type.isInstance(principal)) return type.cast(principal);
    throw new IllegalArgumentException(
        "Tokens are for %s, not for %s".formatted(type.getName(), principal.getClass().getName()));
  }

  /** What the principal's {@code @Id} holds, as a text; empty if it has none. */
  String subject(Object principal) {
    var id = part.id();
    return id == null ? "" : String.valueOf(id.apply(cast(principal)));
  }

  /** An access token; its {@code sub} is the principal's own, if it has a component for it. */
  String access(AccessTokens.Whose whose) {
    return access.of(
        hasSubject ? new AccessTokens.Whose(whose.claims(), "", whose.signIn()) : whose);
  }

  void revoked(String signIn) {
    revoked.add(signIn);
  }

  /** Has old rows deleted now and then, by one of those who store new ones. */
  void forgetOld(Consumer<Instant> delete) {
    var now = now();
    var last = cleaned.get();
    if (now.isAfter(last.plus(CLEANED_EVERY)) && cleaned.compareAndSet(last, now)) {
      delete.accept(now);
    }
  }
}

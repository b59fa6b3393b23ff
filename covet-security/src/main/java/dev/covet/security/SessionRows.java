package dev.covet.security;

import static dev.covet.security.StoredSignInTable.STORED_SIGN_IN;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.covet.api.ApiError;
import dev.covet.base.json.Json;
import dev.covet.data.Session;
import dev.covet.gen.PrincipalPart;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Cookie sessions as rows. Thread-safe; sessions of the database are the caller's.
 *
 * @param <P> who is signed in
 */
record SessionRows<P>(PrincipalPart<P> part, Tokens.Life life, InstantSource clock) {
  /** How often a use is written down. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private static final Json JSON = new Json();

  /** Whose a key is, if its session has not ended; which then goes on. */
  Optional<P> find(SignInKey key, Session db) {
    var now = clock.instant();
    var found =
        db.find(STORED_SIGN_IN, key.id(SignInKey.Kind.SESSION))
            .filter(row ->
                MessageDigest.isEqual(row.hash().getBytes(UTF_8), key.hash().getBytes(UTF_8)))
            .filter(row -> now.isBefore(row.idleUntil()) && now.isBefore(row.endsAt()));
    var who = found.flatMap(this::who);
    if (who.isPresent()) found.ifPresent(row -> goOn(row, now, db));
    return who;
  }

  /** Nobody, if the principal has other components since then. */
  private Optional<P> who(StoredSignIn row) {
    try {
      return Optional.of(JSON.read(row.claims().getBytes(UTF_8), part.codec()));
    } catch (ApiError _) {
      return Optional.empty();
    }
  }

  private void goOn(StoredSignIn row, Instant now, Session db) {
    var idle = now.plus(life.idle());
    if (idle.isAfter(row.idleUntil().plus(NOTED_EVERY))) {
      db.from(STORED_SIGN_IN)
          .where(STORED_SIGN_IN.id.eq(row.id()))
          .update(STORED_SIGN_IN.idleUntil.to(idle));
    }
  }

  /** Begins a session in the place of another, if there is one, and gives its key. */
  SignInKey begin(Object principal, Optional<SignInKey> other, Session db) {
    var who = part.type().cast(principal);
    var id = part.id();
    var now = clock.instant();
    var key = SignInKey.random();
    var row =
        new StoredSignIn(
            key.id(SignInKey.Kind.SESSION),
            key.hash(),
            id == null ? "" : String.valueOf(id.apply(who)),
            new String(JSON.write(part.codec(), who), UTF_8),
            now.plus(life.idle()),
            now.plus(life.longest()));
    db.tx(() -> {
      other.ifPresent(it -> end(it, db));
      db.from(STORED_SIGN_IN).where(STORED_SIGN_IN.idleUntil.lt(now)).delete();
      return db.insert(STORED_SIGN_IN, row);
    });
    return key;
  }

  void end(SignInKey key, Session db) {
    db.from(STORED_SIGN_IN).where(STORED_SIGN_IN.id.eq(key.id(SignInKey.Kind.SESSION))).delete();
  }
}

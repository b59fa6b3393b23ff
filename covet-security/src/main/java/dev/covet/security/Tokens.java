package dev.covet.security;

import dev.covet.api.FromPlugin;
import dev.covet.api.Unauthorized;
import dev.covet.data.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Gives tokens to who has signed in: an access token that says who it is and holds for 15 minutes
 * ({@code ACCESS_MINUTES}), and a refresh token that gets the next pair, once. Refresh tokens are
 * stored, as hashes, in the table {@code sign_ins} of the app's database.
 *
 * <p>A sign-in ends 7 days after its last refresh, 30 days after it began ({@code
 * REFRESH_IDLE_DAYS}, {@code REFRESH_DAYS_MAX}), at {@link #revoke}, and when a refresh token comes
 * a second time: then it was stolen, and nobody knows who of the two has it by right (RFC 9700,
 * 4.14.2). Of one request, and not thread-safe, as its {@link Session}.
 */
@FromPlugin("install Jwt.of(Me.class)")
public final class Tokens {
  private static final String TYPE = "bearer";

  private final TokenIssue<?> issue;
  private final Supplier<Session> db;
  private final Runnable secretAnswer;

  /**
   * For one request.
   *
   * @param secretAnswer is told that the answer has tokens in it
   */
  Tokens(TokenIssue<?> issue, Supplier<Session> db, Runnable secretAnswer) {
    this.issue = issue;
    this.db = db;
    this.secretAnswer = secretAnswer;
  }

  /**
   * A pair of tokens for who has just signed in: the beginning of a sign-in.
   *
   * @param principal what {@code Jwt.of} was given the class of
   * @throws IllegalArgumentException if it is of another class
   * @throws IllegalStateException if the app has no database
   */
  public TokenPair issue(Object principal) {
    var claims = issue.claims(principal);
    var now = issue.now();
    var key = SignInKey.random();
    var ends = now.plus(issue.life().longest());
    var row =
        new StoredSignIn(
            key.id(SignInKey.Kind.REFRESH),
            key.hash(),
            issue.subject(principal),
            claims,
            idle(now, ends),
            ends);
    var session = db.get();
    session.tx(() -> {
      issue.forgetOld(old -> deleteOld(session, old));
      return session.insert(StoredSignInTable.STORED_SIGN_IN, row);
    });
    return pair(row, key);
  }

  private Instant idle(Instant now, Instant ends) {
    var idle = now.plus(issue.life().idle());
    return idle.isBefore(ends) ? idle : ends;
  }

  private static void deleteOld(Session session, Instant now) {
    var table = StoredSignInTable.STORED_SIGN_IN;
    session.from(table).where(table.idleUntil.lt(now)).delete();
  }

  private TokenPair pair(StoredSignIn signIn, SignInKey key) {
    secretAnswer.run();
    var whose = new AccessTokens.Whose(signIn.claims(), signIn.subject(), signIn.id());
    return new TokenPair(issue.access(whose), key.text(), TYPE);
  }

  /**
   * The next pair for a refresh token, which no longer holds then. Who is signed in is what {@link
   * #issue} was told: to tell of new rights, sign in anew.
   *
   * @throws Unauthorized if it does not hold (401); if it held once, the sign-in ends with it
   */
  public TokenPair refresh(String refreshToken) {
    var key = SignInKey.parse(refreshToken).orElseThrow(Tokens::bad);
    var next = key.next();
    var now = issue.now();
    var table = StoredSignInTable.STORED_SIGN_IN;
    var swapped =
        db.get()
            .from(table)
            .where(
                table.id.eq(key.id(SignInKey.Kind.REFRESH)),
                table.hash.eq(key.hash()),
                table.idleUntil.gt(now),
                table.endsAt.gt(now))
            .returning()
            .update(table.hash.to(next.hash()), table.idleUntil.to(now.plus(issue.life().idle())));
    if (swapped.isEmpty()) {
      end(key);
      throw bad();
    }
    return pair(swapped.getFirst(), next);
  }

  private static Unauthorized bad() {
    return new Unauthorized("The refresh token does not hold");
  }

  /**
   * Ends the sign-in of a refresh token: a logout. Its access tokens no longer hold here; another
   * instance of the app takes them until they expire. A token that is unknown is nothing (RFC 7009,
   * 2.2).
   */
  public void revoke(String refreshToken) {
    SignInKey.parse(refreshToken).ifPresent(this::end);
  }

  private void end(SignInKey key) {
    var table = StoredSignInTable.STORED_SIGN_IN;
    if (db.get().from(table).where(table.id.eq(key.id(SignInKey.Kind.REFRESH))).delete() > 0)
      issue.revoked(key.id(SignInKey.Kind.REFRESH));
  }

  /**
   * Ends all sign-ins of a principal, as after a change of the password.
   *
   * @throws IllegalArgumentException if it is of another class than {@code Jwt.of} was given, or
   *     that has no {@code @Id}
   */
  public void revokeAll(Object principal) {
    var subject = issue.subject(principal);
    if (subject.isEmpty()) throw new IllegalArgumentException("The principal has no @Id");
    var table = StoredSignInTable.STORED_SIGN_IN;
    var ended = db.get().from(table).where(table.subject.eq(subject)).returning().delete();
    ended.forEach(signIn -> issue.revoked(signIn.id()));
  }

  /**
   * An access token alone, for a program that signs in anew when it has expired; needs no database.
   *
   * @throws IllegalArgumentException if the principal is of another class than {@code Jwt.of} was
   *     given
   */
  public String access(Object principal) {
    secretAnswer.run();
    var claims = issue.claims(principal);
    return issue.access(new AccessTokens.Whose(claims, issue.subject(principal), ""));
  }

  /**
   * How long a sign-in lasts.
   *
   * @param idle without a refresh
   * @param longest however much it is used
   */
  record Life(Duration idle, Duration longest) {}
}

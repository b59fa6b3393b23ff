package dev.covet.security;

import dev.covet.api.FromPlugin;
import dev.covet.api.Unauthorized;
import dev.covet.data.Session;
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
  private final TokenIssue issue;
  private final Supplier<Session> db;
  private final Runnable secretAnswer;

  /**
   * For one request.
   *
   * @param secretAnswer is told that the answer has tokens in it
   */
  Tokens(TokenIssue issue, Supplier<Session> db, Runnable secretAnswer) {
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
    secretAnswer.run();
    return issue.pair(issue.signIns().begin(principal, db.get()));
  }

  /**
   * The next pair for a refresh token, which no longer holds then. Who is signed in is what {@link
   * #issue} was told: to tell of new rights, sign in anew.
   *
   * @throws Unauthorized if it does not hold (401); if it held once, the sign-in ends with it
   */
  public TokenPair refresh(String refreshToken) {
    var key = SignInKey.parse(refreshToken).orElseThrow(Tokens::bad);
    var next = issue.signIns().swap(key, db.get());
    if (next.isEmpty()) {
      endForGood(key);
      throw bad();
    }
    secretAnswer.run();
    return issue.pair(next.get());
  }

  /**
   * Ends a sign-in whose token was stolen; again, if a transaction around it undoes that, as it
   * does where it hears of the theft.
   */
  private void endForGood(SignInKey key) {
    if (end(key)) {
      db.get().unitOfWork().ifPresent(unit -> unit.afterRollback(() -> endForGood(key)));
    }
  }

  private static Unauthorized bad() {
    return new Unauthorized("The refresh token does not hold");
  }

  /**
   * Ends the sign-in of a refresh token: a logout. Its access tokens no longer hold; another
   * instance of the app knows that within 5 seconds. A token that is unknown is nothing (RFC 7009,
   * 2.2).
   */
  public void revoke(String refreshToken) {
    SignInKey.parse(refreshToken).ifPresent(this::end);
  }

  private boolean end(SignInKey key) {
    var wasThere = issue.signIns().end(key, db.get());
    if (wasThere) issue.revoked().add(issue.signIns().idOf(key));
    return wasThere;
  }

  /**
   * Ends all sign-ins of a principal, by cookies, too, as after a change of the password.
   *
   * @throws IllegalArgumentException if it is of another class than {@code Jwt.of} was given, or
   *     that has no {@code @Id}
   */
  public void revokeAll(Object principal) {
    var ended = issue.signIns().endAll(principal, db.get());
    ended.forEach(signIn -> issue.revoked().add(signIn.id()));
  }

  /**
   * An access token alone, for a program that signs in anew when it has expired; needs no database.
   *
   * @throws IllegalArgumentException if the principal is of another class than {@code Jwt.of} was
   *     given
   */
  public String access(Object principal) {
    secretAnswer.run();
    return issue.alone(principal);
  }
}

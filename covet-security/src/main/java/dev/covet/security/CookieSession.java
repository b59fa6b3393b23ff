package dev.covet.security;

import dev.covet.api.FromPlugin;
import dev.covet.api.SetCookie;
import dev.covet.data.Session;
import dev.covet.web.http.Request;
import java.util.function.Supplier;

/**
 * Begins and ends the session of a browser. Of one request; not thread-safe.
 *
 * <pre>{@code
 * return Reply.of(me).cookie(session.begin(me));
 * }</pre>
 */
@FromPlugin("install CookieSessions.of(Me.class)")
public final class CookieSession {
  private final SignIns<?> signIns;
  private final Request request;
  private final Supplier<Session> db;

  CookieSession(SignIns<?> signIns, Request request, Supplier<Session> db) {
    this.signIns = signIns;
    this.request = request;
    this.db = db;
  }

  /**
   * Begins a session: after a login, and again where what its user may do has changed. One that the
   * request came with ends, so that nobody can know the new one's id before.
   *
   * @param principal what {@code CookieSessions.of} was given the class of
   * @return the cookie for the answer
   * @throws IllegalArgumentException if it is of another class
   * @throws IllegalStateException if the app has no database
   */
  public SetCookie begin(Object principal) {
    request.context().keepSecret();
    var session = db.get();
    var begun =
        session.tx(() -> {
          CookieSessions.sent(request).ifPresent(old -> signIns.end(old, session));
          return signIns.begin(principal, session);
        });
    return SetCookie.of(CookieSessions.COOKIE, begun.key().text());
  }

  /**
   * Ends the session that the request came with, if it did: a logout.
   *
   * @return the cookie for the answer, by which the browser forgets the old one
   */
  public SetCookie end() {
    CookieSessions.sent(request).ifPresent(key -> signIns.end(key, db.get()));
    return SetCookie.forget(CookieSessions.COOKIE);
  }

  /**
   * Ends all sessions of a principal, and its sign-ins by tokens, as after a change of the password
   * or where it has lost rights. That of this request is one of them: {@link #begin} a new one.
   *
   * @throws IllegalArgumentException if it is of another class than {@code CookieSessions.of} was
   *     given, or that has no {@code @Id}
   * @throws IllegalStateException if the app has no database
   */
  public void endAll(Object principal) {
    signIns.endAll(principal, db.get());
  }
}

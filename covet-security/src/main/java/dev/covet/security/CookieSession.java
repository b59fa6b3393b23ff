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
  private final SessionRows<?> rows;
  private final Request request;
  private final Supplier<Session> db;

  CookieSession(SessionRows<?> rows, Request request, Supplier<Session> db) {
    this.rows = rows;
    this.request = request;
    this.db = db;
  }

  /**
   * Begins a session: after a login, and again where what its user may do has changed. One that the
   * request came with ends, so that nobody can know the new one's id before.
   *
   * @param principal what {@code CookieSessions.of} was given the class of
   * @return the cookie for the answer
   * @throws ClassCastException if it is of another class
   * @throws IllegalStateException if the app has no database
   */
  public SetCookie begin(Object principal) {
    request.context().keepSecret();
    var key = rows.begin(principal, CookieSessions.sent(request), db.get());
    return SetCookie.of(CookieSessions.COOKIE, key.text());
  }

  /**
   * Ends the session that the request came with, if it did: a logout.
   *
   * @return the cookie for the answer, by which the browser forgets the old one
   */
  public SetCookie end() {
    CookieSessions.sent(request).ifPresent(key -> rows.end(key, db.get()));
    return SetCookie.forget(CookieSessions.COOKIE);
  }
}

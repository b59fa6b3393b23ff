package dev.covet.security;

import dev.covet.base.inject.Provider;
import dev.covet.data.Session;

/** Stands in for the session of an app without a database, until somebody needs it. */
final class NoDatabase {
  /** Fails where the session is asked for. */
  static final Provider<Session> PROVIDER = Provider.request(Session.class, _ -> (_, _) -> fail());

  private NoDatabase() {}

  private static Session fail() {
    throw new Missing();
  }

  /** Says that there is none. */
  static final class Missing extends IllegalStateException {
    private static final long serialVersionUID = 1;

    Missing() {
      super("Sign-ins are stored in a database: install Database.url(...)");
    }
  }
}

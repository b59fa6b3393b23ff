package dev.covet.security;

import dev.covet.api.Secret;
import dev.covet.api.Unauthorized;
import dev.covet.data.Session;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A name and a password that a request came with, and what it takes to check them. Of one request;
 * not thread-safe.
 */
public final class BasicLogin {
  private final String name;
  private final Secret password;
  private final Passwords passwords;
  private final Supplier<Session> db;

  BasicLogin(String name, Secret password, Passwords passwords, Supplier<Session> db) {
    this.name = name;
    this.password = password;
    this.passwords = passwords;
    this.db = db;
  }

  /** The name, as it was sent. */
  public String name() {
    return name;
  }

  /** The password. */
  public Secret password() {
    return password;
  }

  /**
   * The request's session.
   *
   * @throws IllegalStateException if the app has no database
   */
  public Session db() {
    return db.get();
  }

  /**
   * The user who is found by the name, if the password is theirs: {@link Passwords#check(String,
   * Supplier, Function, Secret)}.
   *
   * @throws Unauthorized if nobody was found, or the password is another (401)
   */
  public <U> U check(Supplier<Optional<U>> find, Function<? super U, Secret> hash)
      throws Unauthorized {
    return passwords.check(name, find, hash, password);
  }
}

package tasks.service;

import static dev.covet.api.Lifetime.REQUEST;
import static tasks.data.UserTable.USER;

import dev.covet.api.Conflict;
import dev.covet.api.Invalid;
import dev.covet.api.Provides;
import dev.covet.api.Secret;
import dev.covet.api.Unauthorized;
import dev.covet.data.Session;
import dev.covet.security.Device;
import dev.covet.security.Passwords;
import dev.covet.security.TokenPair;
import dev.covet.security.Tokens;
import java.util.Locale;
import tasks.data.User;

/** Users: who they are, and how they sign in. */
@Provides(REQUEST)
public final class AccountService {
  private final Session db;
  private final Passwords passwords;
  private final Tokens tokens;
  private final Device device;

  AccountService(Session db, Passwords passwords, Tokens tokens, Device device) {
    this.db = db;
    this.passwords = passwords;
    this.tokens = tokens;
    this.device = device;
  }

  /** Adds a user. */
  public User register(SignUp wanted) throws Conflict {
    var user = wanted.user();
    var hash = passwords.hash("password", wanted.password(), user.email());
    return db.insert(USER, user, USER.passwordHash.to(hash));
  }

  /** Signs a user in. */
  public TokenPair login(Credentials given) throws Unauthorized {
    var email = given.email().toLowerCase(Locale.ROOT);
    var asked = db.from(USER).where(USER.email.eq(email));
    var user = device.check(email, asked::first, User::passwordHash, given.password());
    var old = user.passwordHash();
    var hash = passwords.needsRehash(old) ? passwords.rehash(given.password()) : old;
    return db.tx(() -> {
      if (!store(user, hash)) throw new Unauthorized("The password was changed meanwhile");
      return tokens.issue(new Me(user.id(), user.role()));
    });
  }

  /** Finds the user who is signed in, unless the account was deleted since. */
  public User find(Me me) throws Unauthorized {
    return db.find(USER, me.id()).orElseThrow(() -> new Unauthorized("The account is deleted"));
  }

  /** Replaces a password, and signs the user out wherever the old one was used. */
  public TokenPair changePassword(Me me, NewPassword wanted) throws Unauthorized {
    var user = find(me);
    if (!passwords.matches(wanted.oldPassword(), user.passwordHash())) {
      throw Invalid.at("old_password", "wrong", "is not the password");
    }
    var hash = passwords.hash("new_password", wanted.newPassword(), user.email());
    return db.tx(() -> {
      if (!store(user, hash)) throw new Conflict("The password was changed meanwhile");
      tokens.revokeAll(me);
      return tokens.issue(me);
    });
  }

  /** Stores a hash in the place of the one that was looked at, if that is still there. */
  private boolean store(User user, Secret hash) {
    var seen =
        db.from(USER).where(USER.id.eq(user.id()), USER.passwordHash.eq(user.passwordHash()));
    return seen.update(USER.passwordHash.to(hash)) > 0;
  }
}

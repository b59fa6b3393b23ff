package tasks.service;

import static tasks.data.UserTable.USER;

import dev.covet.api.Mode;
import dev.covet.api.OnStart;
import dev.covet.api.Secret;
import dev.covet.data.Session;
import dev.covet.security.Passwords;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tasks.data.Role;
import tasks.data.User;

/** An administrator to try the service with, in development only. */
public final class DemoUser {
  private static final Logger LOG = LoggerFactory.getLogger(DemoUser.class);
  private static final String EMAIL = "demo@example.org";

  /** Adds the user to a new database. The password is another one each time, and said once. */
  @OnStart
  void seed(Mode mode, Session db, Passwords passwords) {
    if (mode != Mode.DEVELOPMENT || db.from(USER).exists()) return;
    var password = UUID.randomUUID().toString();
    var hash = passwords.hash(Secret.of(password));
    db.insert(USER, new User(0, EMAIL, Role.ADMIN, hash, Instant.EPOCH));
    LOG.info("Sign in as {} with the password {}", EMAIL, password);
  }
}

package tasks;

import static tasks.data.UserTable.USER;

import dev.covet.api.OnStart;
import dev.covet.data.Session;
import dev.covet.security.Passwords;
import java.time.Instant;
import tasks.data.Role;
import tasks.data.User;

/** An administrator, as somebody would make one by hand. */
final class FirstAdmin {
  static final String NAME = "root";

  @OnStart
  void insert(Session db, Passwords passwords) {
    var hash = passwords.hash(People.PASSWORD);
    db.insert(USER, new User(0, People.email(NAME), Role.ADMIN, hash, Instant.EPOCH));
  }
}

package dev.covet.benchmarks.workload;

import static dev.covet.benchmarks.workload.Accounts_AccountTable.ACCOUNT;

import dev.covet.api.Id;
import dev.covet.api.Post;
import dev.covet.api.ReadOnly;
import dev.covet.api.Routes;
import dev.covet.api.Secret;
import dev.covet.api.Table;
import dev.covet.api.Unauthorized;
import dev.covet.api.Unique;
import dev.covet.data.Session;
import dev.covet.security.Device;
import dev.covet.security.Passwords;
import java.util.stream.IntStream;

/** Logins, of accounts that there are and others. */
@Routes("/accounts")
public final class Accounts {
  /** Somebody with a password. */
  @Table
  record Account(@Id long id, @Unique String name, @ReadOnly Secret passwordHash) {}

  /** Accounts to be: the name's beginning, before their numbers. */
  record Several(String name, int count) {}

  /** What somebody signs in with. */
  record Login(String name, Secret password) {}

  /** Adds accounts whose passwords are hashed as the settings say. */
  @Post
  void add(Several several, Session db, Passwords passwords) {
    var hash = passwords.hash(Secret.of("correct horse battery"));
    db.insertAll(
        ACCOUNT,
        IntStream.range(0, several.count())
            .mapToObj(n -> new Account(0, several.name() + n, hash))
            .toList());
  }

  /** As in examples/tasks. */
  @Post("/login")
  String login(Login login, Session db, Device device) throws Unauthorized {
    var asked = db.from(ACCOUNT).where(ACCOUNT.name.eq(login.name()));
    return device.check(login.name(), asked::first, Account::passwordHash, login.password()).name();
  }
}

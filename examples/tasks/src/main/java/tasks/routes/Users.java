package tasks.routes;

import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.RateLimit;
import dev.covet.api.Routes;
import dev.covet.security.TokenPair;
import tasks.data.User;
import tasks.service.AccountService;
import tasks.service.Me;
import tasks.service.NewPassword;

/** The user who is signed in. */
@Routes("/users/me")
public final class Users {
  /** Shows the user who is signed in. */
  @Get
  User read(Me me, AccountService accounts) {
    return accounts.find(me);
  }

  /** Replaces the password. Everywhere else the user is signed out. */
  @Post("/password")
  @RateLimit(requests = 5, perSeconds = 60)
  TokenPair changePassword(NewPassword password, Me me, AccountService accounts) {
    return accounts.changePassword(me, password);
  }
}

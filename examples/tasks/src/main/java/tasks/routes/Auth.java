package tasks.routes;

import dev.covet.api.Body;
import dev.covet.api.Conflict;
import dev.covet.api.Form;
import dev.covet.api.Post;
import dev.covet.api.Public;
import dev.covet.api.RateLimit;
import dev.covet.api.Reply;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.api.Unauthorized;
import dev.covet.security.Device;
import dev.covet.security.TokenPair;
import dev.covet.security.Tokens;
import tasks.data.User;
import tasks.service.AccountService;
import tasks.service.Credentials;
import tasks.service.RefreshToken;
import tasks.service.SignUp;

/** Accounts, and the tokens by which users are signed in. */
@Public
@Routes("/auth")
public final class Auth {
  /** Adds a user. */
  @Post("/register")
  @Status(201)
  @RateLimit(requests = 10, perSeconds = 60)
  User register(SignUp user, AccountService accounts) throws Conflict {
    return accounts.register(user);
  }

  /** Signs a user in, by JSON or by a form of OAuth 2.0. */
  @Post("/login")
  @RateLimit(requests = 5, perSeconds = 60)
  Reply<TokenPair> login(
      @Body @Form Credentials credentials, AccountService accounts, Device device)
      throws Unauthorized {
    return Reply.of(accounts.login(credentials)).cookie(device.cookie());
  }

  /** Gives the next pair of tokens. A refresh token is good for one; a second use ends them all. */
  @Post("/refresh")
  TokenPair refresh(RefreshToken token, Tokens tokens) throws Unauthorized {
    return tokens.refresh(token.refreshToken().value());
  }

  /** Signs a user out. */
  @Post("/logout")
  void logout(RefreshToken token, Tokens tokens) {
    tokens.revoke(token.refreshToken().value());
  }
}

package answers;

import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Reply;
import dev.covet.api.Routes;
import dev.covet.api.SetCookie;
import dev.covet.api.Status;
import java.util.Optional;

/** Answers that have a status each. */
@Routes("/logins")
public final class Logins {
  private static LoginAnswer of(String name) {
    return switch (name) {
      case "ann" -> new LoginAnswer.Done("t-o-k-e-n");
      case "short" -> new LoginAnswer.Done("t");
      case "bob" -> new LoginAnswer.CodeSent("b***@example.org");
      case "cid" -> new LoginAnswer.AskFriend("ann");
      case "dan" -> new LoginAnswer.Other.Already();
      default -> new LoginAnswer.Other.Locked(60);
    };
  }

  @Get("/{answer}")
  LoginAnswer login(String answer) {
    return of(answer);
  }

  @Get("/maybe/{name}")
  Optional<LoginAnswer> maybe(String name) {
    return name.equals("nobody") ? Optional.empty() : Optional.of(of(name));
  }

  @Post("/{name}")
  Reply<LoginAnswer> reply(String name) {
    return Reply.of(of(name)).cookie(SetCookie.of("name", name + "; é")).header("X-Login", name);
  }

  /** Headers hold what no header can hold. */
  @Post
  @Status(201)
  Reply<Boolean> odd() {
    return Reply.of(true)
        .header("X-Odd", "a\r\nSet-Cookie: b=c \u8336 \ud800 \u00e9%")
        .location("/logins/{name}/{of}", "../x?", "\r\n\u8336")
        .cookie(SetCookie.of("odd", "\"\r\n;,\\ \u8336"));
  }

  @Get("/sent/{name}")
  LoginAnswer.CodeSent sent(String name) {
    return new LoginAnswer.CodeSent(name);
  }
}

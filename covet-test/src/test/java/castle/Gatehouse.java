package castle;

import static castle.GuestTable.GUEST;

import dev.covet.api.Body;
import dev.covet.api.Flatten;
import dev.covet.api.Form;
import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Public;
import dev.covet.api.Routes;
import dev.covet.api.Scopes;
import dev.covet.api.Secret;
import dev.covet.api.Status;
import dev.covet.api.Unauthorized;
import dev.covet.api.WebSocket;
import dev.covet.data.Session;
import dev.covet.security.Passwords;
import dev.covet.security.TokenPair;
import dev.covet.security.Tokens;
import dev.covet.web.stream.Socket;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where guests sign in. */
@Routes("/gate")
public final class Gatehouse {
  /** A new guest, with a password. */
  record Arrival(@Flatten Guest guest, Secret password) {}

  /** A name and a password, as JSON or as the form of OAuth2. */
  record Credentials(@Nullable String email, @Nullable String username, Secret password) {
    String name() {
      return email != null ? email : Optional.ofNullable(username).orElse("");
    }
  }

  /** A refresh token. */
  record Refresh(Secret refreshToken) {}

  @Post("/guests")
  @Public
  @Status(201)
  Guest register(Arrival in, Session db, Passwords passwords) {
    var hash = passwords.hash("password", in.password(), in.guest().email());
    return db.insert(GUEST, in.guest(), GUEST.passwordHash.to(hash));
  }

  @Post("/login")
  @Public
  TokenPair login(@Body @Form Credentials in, Session db, Passwords passwords, Tokens tokens)
      throws Unauthorized {
    var asked = db.from(GUEST).where(GUEST.email.eq(in.name()));
    var guest = passwords.check(in.name(), asked::first, Guest::passwordHash, in.password());
    var old = guest.passwordHash();
    if (passwords.needsRehash(old)) {
      var hash = passwords.rehash(in.password());
      asked.where(GUEST.passwordHash.eq(old)).update(GUEST.passwordHash.to(hash));
    }
    return tokens.issue(visitor(guest));
  }

  private static Visitor visitor(Guest guest) {
    return new Visitor(guest.id(), guest.email(), guest.keeper() ? Set.of("keys") : Set.of());
  }

  @Post("/refresh")
  @Public
  TokenPair refresh(Refresh in, Tokens tokens) throws Unauthorized {
    return tokens.refresh(in.refreshToken().value());
  }

  @Post("/logout")
  @Public
  void logout(Refresh in, Tokens tokens) {
    tokens.revoke(in.refreshToken().value());
  }

  @Get("/me")
  Visitor me(Visitor me) {
    return me;
  }

  @WebSocket("/talk")
  void talk(Visitor me, Socket<String, String> socket) {
    for (var text : socket) socket.send(me.name() + ": " + text);
  }

  @Get("/keys")
  @Scopes("keys")
  String keys() {
    return "jingle";
  }
}

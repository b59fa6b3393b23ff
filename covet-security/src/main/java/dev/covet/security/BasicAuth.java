package dev.covet.security;

import dev.covet.api.Secret;
import dev.covet.api.Unauthorized;
import dev.covet.app.Plugin;
import dev.covet.app.Setup;
import dev.covet.base.inject.Scope;
import dev.covet.base.inject.Slot;
import dev.covet.base.inject.Wiring;
import dev.covet.data.Session;
import dev.covet.web.auth.Authenticator;
import dev.covet.web.auth.SecurityScheme;
import dev.covet.web.bind.Bind;
import dev.covet.web.http.Request;
import dev.covet.web.middleware.CrossSite;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Signs users in by a name and a password with each request (RFC 7617): {@code
 * Covet.app().install(BasicAuth.of(Me.class, login -> ...))}. Each request costs a hash of the
 * password, so it is for few requests; over plain HTTP everybody on the way reads the password.
 * Pages of other sites cannot send unsafe requests by it. Immutable.
 *
 * @param <P> who is signed in: a record that says {@code @Principal}
 */
public final class BasicAuth<P> implements Plugin {
  private final Class<P> type;
  private final String realm;
  private final List<String> origins;
  private final Check<P> check;

  /**
   * Finds out whose a name and a password are.
   *
   * @param <P> the principal
   */
  @FunctionalInterface
  public interface Check<P> {
    /**
     * Who signs in.
     *
     * @throws Unauthorized if it is nobody, as {@link BasicLogin#check} does
     */
    P signIn(BasicLogin login) throws Unauthorized;
  }

  private BasicAuth(Class<P> type, String realm, List<String> origins, Check<P> check) {
    this.type = type;
    this.realm = realm;
    this.origins = origins;
    this.check = check;
  }

  /** Users that are found so. */
  public static <P> BasicAuth<P> of(Class<P> type, Check<P> check) {
    return new BasicAuth<>(type, "api", List.of(), check);
  }

  /**
   * This with what a browser shows where it asks for the password.
   *
   * @param name without quotes and backslashes
   */
  public BasicAuth<P> realm(String name) {
    if (!name.matches("[ !#-\\[\\]-~]+")) {
      throw new IllegalArgumentException("a realm has printable ASCII without quotes: " + name);
    }
    return new BasicAuth<>(type, name, origins, check);
  }

  /**
   * This with other origins whose pages may send unsafe requests.
   *
   * @param more such as {@code https://app.example.org}
   */
  public BasicAuth<P> origins(String... more) {
    return new BasicAuth<>(type, realm, List.of(more), check);
  }

  @Override
  public void install(Setup setup) {
    setup.refuseOpenRoutes();
    setup.use(CrossSite.ofPasswords(origins));
    var scheme = SecurityScheme.basic("basic", realm);
    setup.principal(type, wiring -> new ByPassword<>(scheme, check, Services.of(wiring)));
  }

  /** The services that it takes to check a password. */
  private record Services(Slot<Passwords> passwords, Slot<Session> db) {
    static Services of(Wiring wiring) {
      return new Services(
          wiring.slot(PasswordsProvider.PASSWORDS), wiring.slotOrElse(NoDatabase.PROVIDER));
    }

    BasicLogin login(String name, Secret password, Scope scope) {
      return new BasicLogin(name, password, passwords.get(scope), () -> db.get(scope));
    }
  }

  private record ByPassword<P>(SecurityScheme scheme, Check<P> check, Services services)
      implements Authenticator<P> {
    @Override
    public @Nullable P authenticate(Request request) {
      var sent = CredentialsHeader.after("Basic", request);
      if (sent == null) return null;
      var text = decoded(sent);
      var colon = text.indexOf(':');
      if (colon < 0) throw bad();
      var scope = Bind.scope(request);
      var password = Secret.of(text.substring(colon + 1));
      return check.signIn(services.login(text.substring(0, colon), password, scope));
    }

    private static String decoded(String sent) {
      try {
        var bytes = Base64.getDecoder().decode(sent);
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (IllegalArgumentException | CharacterCodingException _) {
        throw bad();
      }
    }

    private static Unauthorized bad() {
      return new Unauthorized("Basic needs name:password in base64 of UTF-8");
    }
  }
}

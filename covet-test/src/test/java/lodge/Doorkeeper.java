package lodge;

import static lodge.SignatureTable.SIGNATURE;

import dev.covet.api.Unauthorized;
import dev.covet.app.Plugin;
import dev.covet.app.Setup;
import dev.covet.base.inject.Key;
import dev.covet.base.inject.Slot;
import dev.covet.data.Session;
import dev.covet.web.auth.Authenticator;
import dev.covet.web.auth.SecurityScheme;
import dev.covet.web.http.Request;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows everybody by a word behind {@code Bearer}, or by another one behind {@code Token}. */
public final class Doorkeeper implements Plugin {
  private static final Map<String, Me> KNOWN =
      Map.of(
          "ann", new Me(1, "Ann", Set.of("bell:ring")),
          "bob", new Me(2, "Bob", Set.of()));

  private final Trail trail;
  private final boolean refusing;
  private final boolean asking;
  private final List<ByWord> words;

  private Doorkeeper(Trail trail, boolean refusing, boolean asking) {
    this.trail = trail;
    this.refusing = refusing;
    this.asking = asking;
    var login = SecurityScheme.password("login", "/login", Map.of("bell:ring", "Rings the bell"));
    this.words =
        List.of(
            new ByWord("Bearer", login),
            new ByWord("Token", SecurityScheme.bearer("token", "Token")));
  }

  private Doorkeeper(Trail trail, SecurityScheme only) {
    this.trail = trail;
    this.refusing = false;
    this.asking = false;
    this.words = List.of(new ByWord("Basic", only));
  }

  /** One that is told a password with each request. */
  public static Doorkeeper ofPasswords(Trail trail) {
    return new Doorkeeper(trail, SecurityScheme.basic("basic", "lodge"));
  }

  /** One that notes whom it asks. */
  public static Doorkeeper noting(Trail trail) {
    return new Doorkeeper(trail, false, false);
  }

  /** One that has every route say who may call it. */
  public static Doorkeeper refusing() {
    return new Doorkeeper(new Trail(), true, false);
  }

  /** One that looks everybody up in the book, and writes there that he has come. */
  public static Doorkeeper asking() {
    return new Doorkeeper(new Trail(), false, true);
  }

  @Override
  public void install(Setup setup) {
    for (var each : words) {
      if (asking && each.word.equals("Bearer")) {
        setup.principal(Me.class, wiring -> new ByBook(each, wiring.slot(Key.of(Session.class))));
      } else {
        setup.principal(Me.class, each);
      }
    }
    if (refusing) setup.refuseOpenRoutes();
  }

  private record ByBook(ByWord words, Slot<Session> db) implements Authenticator<Me> {
    @Override
    public SecurityScheme scheme() {
      return words.scheme();
    }

    @Override
    public @Nullable Me authenticate(Request request) throws Unauthorized {
      var found = words.authenticate(request);
      if (found == null) return null;
      var open = db.get(Objects.requireNonNull(request.context().scope()));
      return open.tx(() -> {
        open.findOrInsert(SIGNATURE, SIGNATURE.word.to(found.name()));
        open.from(SIGNATURE)
            .where(SIGNATURE.word.eq(found.name()))
            .update(SIGNATURE.visits.setTo(SIGNATURE.visits.plus(1)));
        return found;
      });
    }
  }

  private final class ByWord implements Authenticator<Me> {
    private final String word;
    private final SecurityScheme scheme;

    ByWord(String word, SecurityScheme scheme) {
      this.word = word;
      this.scheme = scheme;
    }

    @Override
    public SecurityScheme scheme() {
      return scheme;
    }

    @Override
    public @Nullable Me authenticate(Request request) throws Unauthorized {
      trail.add(word);
      var sent = request.header("Authorization").orElse("");
      if (!sent.startsWith(word + " ")) return null;
      var found = KNOWN.get(sent.substring(word.length() + 1));
      if (found == null) throw new Unauthorized("This token does not hold");
      return found;
    }
  }
}

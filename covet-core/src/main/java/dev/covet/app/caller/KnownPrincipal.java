package dev.covet.app.caller;

import dev.covet.api.Lifetime;
import dev.covet.api.Unauthorized;
import dev.covet.base.inject.Key;
import dev.covet.base.inject.Maker;
import dev.covet.base.inject.Provider;
import dev.covet.base.inject.Scope;
import dev.covet.base.inject.Slot;
import dev.covet.base.inject.Wiring;
import dev.covet.gen.OwnSignIn;
import dev.covet.gen.PrincipalPart;
import dev.covet.schema.BuiltInError;
import dev.covet.schema.CallerAccess;
import dev.covet.web.auth.Authenticator;
import dev.covet.web.auth.SecurityScheme;
import dev.covet.web.bind.Bind;
import dev.covet.web.http.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A principal of one started app, with all that signs it in. */
final class KnownPrincipal<P> {
  private static final String BAD = "These credentials do not hold.";

  private final PrincipalPart<P> part;
  private final List<BroughtSignIn<P>> brought;
  private final List<Authenticator<P>> authenticators = new ArrayList<>();
  private final Key key;
  private final Key maybe;

  /** Of a provider of the program's own; whoever asks for the optional one binds nothing of it. */
  private @Nullable Slot<P> made;

  private @Nullable Slot<Optional<P>> slot;

  KnownPrincipal(PrincipalPart<P> part, List<BroughtSignIn<?>> all) {
    this.part = part;
    this.brought = all.stream().flatMap(this::own).toList();
    this.key = Key.of(part.type());
    this.maybe = Key.of("java.util.Optional<" + key.type() + ">");
  }

  @SuppressWarnings("unchecked") // it says the class itself
  private Stream<BroughtSignIn<P>> own(BroughtSignIn<?> each) {
    return each.principal() == part.type() ? Stream.of((BroughtSignIn<P>) each) : Stream.of();
  }

  Class<P> type() {
    return part.type();
  }

  /** Whether anything signs it in. */
  boolean isSignedIn() {
    return part.own() != null || !brought.isEmpty();
  }

  /** Whether the program signs it in itself. */
  boolean isOwn() {
    return part.own() != null;
  }

  /** Whether a rule names it. */
  boolean isAskedBy(CallerAccess rule) {
    return rule.needed().contains(part.type()) || rule.wanted().contains(part.type());
  }

  /** Whether plugins sign in what the program signs in itself. */
  boolean isSignedInTwice() {
    return part.own() != null && !brought.isEmpty();
  }

  /** Gives it to whoever asks, signed in or not. */
  Stream<Provider<?>> providers() {
    var own = part.own();
    return own != null
        ? Stream.of(Provider.of(maybe, Lifetime.REQUEST, _ -> (scope, _) -> maybe(own, scope)))
        : Stream.of(
            Provider.of(maybe, Lifetime.REQUEST, this::maybe),
            Provider.of(key, Lifetime.REQUEST, this::required));
  }

  private Optional<P> maybe(OwnSignIn<P> own, Scope scope) {
    var request = (Request) scope.subject();
    return own.schemes().stream().anyMatch(each -> each.isIn(request))
        ? Optional.of(read(Objects.requireNonNull(made), scope))
        : Optional.empty();
  }

  /** Credentials that cannot be read are no problems of parameters. */
  private static <P> P read(Slot<P> slot, Scope scope) {
    var problems = Bind.problems((Request) scope.subject());
    slot.bind(scope, problems);
    if (problems.count() > 0) throw new Unauthorized(BAD);
    return slot.get(scope);
  }

  private Maker<Optional<P>> maybe(Wiring wiring) {
    brought.forEach(each -> authenticators.add(each.how().apply(wiring)));
    return (scope, _) -> authenticated((Request) scope.subject());
  }

  private Optional<P> authenticated(Request request) {
    var known = request.context().principal();
    if (part.type().isInstance(known)) return Optional.of(part.type().cast(known));
    for (var each : authenticators) {
      var found = each.authenticate(request);
      if (found != null) return Optional.of(found);
    }
    return Optional.empty();
  }

  /** When the credentials end by which somebody was found. */
  Stream<Instant> expires(Request request) {
    return authenticators.stream().flatMap(each -> expires(each, request).stream());
  }

  private static Optional<Instant> expires(Authenticator<?> by, Request request) {
    try {
      return by.expires(request);
    } catch (Unauthorized _) {
      return Optional.empty(); // they are another's
    }
  }

  /** What is told where no credentials are. */
  static Unauthorized missing() {
    return new Unauthorized(BuiltInError.UNAUTHORIZED.text());
  }

  private Maker<P> required(Wiring wiring) {
    Slot<Optional<P>> found = wiring.slot(maybe);
    return (scope, _) -> found.get(scope).orElseThrow(KnownPrincipal::missing);
  }

  /** Asks for it; called once, while the app is wired. */
  void wire(Wiring wiring) {
    var own = part.own();
    if (own != null) made = wiring.slot(own.provider());
    slot = wiring.slot(maybe);
  }

  /** Who sends the request of a scope; nothing if it has no credentials for this. */
  Optional<P> find(Scope scope) {
    return slot == null ? Optional.empty() : slot.get(scope);
  }

  /** Whether one can be told from another, and may own rows. */
  boolean hasId() {
    return part.id() != null;
  }

  /** Whether it may own rows whose owners are these; none are whoever has an id. */
  boolean isAmong(List<Class<?>> owners) {
    return hasId() && (owners.isEmpty() || owners.contains(part.type()));
  }

  /** What the {@code @Id} of one of them holds; null if it has none. */
  @Nullable Object id(Object principal) {
    var id = part.id();
    return id == null ? null : id.apply(part.type().cast(principal));
  }

  /** The cookies that a provider of the program reads. */
  Stream<SecurityScheme> ownCookies() {
    var own = part.own();
    return own == null ? Stream.of() : own.schemes().stream().filter(SecurityScheme::isCookie);
  }

  /** The ways to sign in, each with all credentials that it takes. */
  Stream<List<SecurityScheme>> signIns() {
    var own = part.own();
    return own != null
        ? Stream.of(own.schemes())
        : authenticators.stream().map(each -> List.of(each.scheme()));
  }
}

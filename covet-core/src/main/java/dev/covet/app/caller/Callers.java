package dev.covet.app.caller;

import dev.covet.api.Forbidden;
import dev.covet.api.Scoped;
import dev.covet.app.generated.Generated;
import dev.covet.base.config.StartFaults;
import dev.covet.base.inject.Container;
import dev.covet.base.inject.Provider;
import dev.covet.base.inject.Scope;
import dev.covet.gen.MappedTable;
import dev.covet.gen.PrincipalPart;
import dev.covet.schema.BuiltInError;
import dev.covet.schema.CallerAccess;
import dev.covet.web.auth.SecurityScheme;
import dev.covet.web.bind.Bind;
import dev.covet.web.http.OwnerOf;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestContext;
import dev.covet.web.middleware.CrossSite;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who may send requests to one started app, and how it is known who does. */
public final class Callers {
  private final Map<Class<?>, KnownPrincipal<?>> all = new LinkedHashMap<>();
  private final Generated generated;

  /** Those of an app; the order in which plugins brought them is that in which they are asked. */
  public Callers(Generated generated, List<BroughtSignIn<?>> brought, StartFaults faults) {
    this.generated = generated;
    Stream.concat(
            brought.stream().flatMap(each -> generated.principal(each.principal()).stream()),
            generated.principals())
        .forEach(each -> all.computeIfAbsent(each.type(), _ -> known(each, brought)));
    all.values().removeIf(each -> !each.isSignedIn());
    all.values().stream()
        .filter(KnownPrincipal::isSignedInTwice)
        .map(each -> twice(each.type()))
        .forEach(faults::add);
    brought.stream()
        .map(BroughtSignIn::principal)
        .filter(each -> !all.containsKey(each))
        .map(Generated::notPrincipal)
        .forEach(faults::add);
  }

  private static <P> KnownPrincipal<P> known(
      PrincipalPart<P> part, List<BroughtSignIn<?>> brought) {
    return new KnownPrincipal<>(part, brought);
  }

  private static String twice(Class<?> type) {
    return "%s is signed in by a provider of the program and by a plugin. Remove one of them."
        .formatted(type.getCanonicalName());
  }

  /** Whether nothing signs anybody in. */
  public boolean areNone() {
    return all.isEmpty();
  }

  /** What gives the principals to whoever asks. */
  public Stream<Provider<?>> providers() {
    return all.values().stream().flatMap(KnownPrincipal::providers);
  }

  /**
   * Asks for those that rules ask for, and for all that plugins sign in: one that the program has a
   * provider for may be of another app, which has what that needs.
   */
  public void wire(Container container, List<CallerAccess> rules, StartFaults faults) {
    var isAnybody = rules.stream().anyMatch(each -> each.isStrict() && each.needed().isEmpty());
    all.values()
        .removeIf(each -> each.isOwn() && !isAnybody && rules.stream().noneMatch(each::isAskedBy));
    all.values().forEach(each -> each.wire(container.wiring(each.type().getSimpleName())));
    unnamed().forEach(faults::add);
  }

  /** What is wrong with a rule in this app, a sentence; nothing if it can be kept. */
  public Optional<String> wrong(CallerAccess rule) {
    if (rule.isStrict() && rule.needed().isEmpty() && all.isEmpty()) {
      return Optional.of(
          "needs somebody who is signed in, and nothing signs anybody in. Install what does, such as"
              + " Jwt.of(Me.class) of covet-security.");
    }
    if (!rule.scopes().isEmpty() && asked(rule).noneMatch(Scoped.class::isAssignableFrom)) {
      return Optional.of(
          "asks for scopes, and no principal has any. Let it implement dev.covet.api.Scoped.");
    }
    var owners = asOwners(rule);
    var unclear =
        generated.tables().stream()
            .filter(MappedTable::hasOwner)
            .map(table -> owners.stream().filter(it -> it.isAmong(table.owners())).toList())
            .filter(each -> each.size() > 1)
            .findFirst();
    if (unclear.isPresent()) {
      return Optional.of(unclear(unclear.get().stream().map(KnownPrincipal::type)));
    }
    return rule.apart() && rule.asks()
        ? Stream.concat(asked(rule), rule.wanted().stream())
            .filter(each -> all.containsKey(each) && !all.get(each).hasId())
            .findFirst()
            .map(each ->
                "is @Idempotent, and nothing tells one %s from another. Put @Id on the component by which it is known."
                    .formatted(each.getCanonicalName()))
        : Optional.empty();
  }

  /**
   * Who of those that a rule names may own rows: of those that must be signed in, else of those
   * that may be.
   */
  private List<KnownPrincipal<?>> asOwners(CallerAccess rule) {
    var needed = withId(rule.needed());
    return needed.isEmpty() ? withId(rule.wanted()) : needed;
  }

  private List<KnownPrincipal<?>> withId(Collection<Class<?>> types) {
    return types.stream()
        .<KnownPrincipal<?>>flatMap(each -> Stream.ofNullable(all.get(each)))
        .filter(KnownPrincipal::hasId)
        .toList();
  }

  /** What is wrong with tables that name no owner where one id may be that of two principals. */
  private Stream<String> unnamed() {
    var names = withId(all.keySet()).stream().map(it -> it.type().getSimpleName()).toList();
    return names.size() < 2
        ? Stream.of()
        : generated.tables().stream()
            .filter(table -> table.hasOwner() && table.owners().isEmpty())
            .map(table ->
                "The rows of %s have an @Owner, and %s each have an @Id: one would see the rows of another. Name who owns them, @Owner(%s.class); or several, if one id is one owner."
                    .formatted(table.entity(), String.join(" and ", names), names.getFirst()));
  }

  private static String unclear(Stream<? extends Class<?>> owners) {
    var names = owners.map(Class::getSimpleName).toList();
    return "asks for %s, and each has an @Id, so nobody knows whose rows with an @Owner it is about. Ask for one of them; or name who owns rows, @Owner(%s.class)."
        .formatted(String.join(" and ", names), names.getFirst());
  }

  /** Those of whom somebody must be signed in. */
  private Stream<Class<?>> asked(CallerAccess rule) {
    return !rule.needed().isEmpty()
        ? rule.needed().stream()
        : rule.isStrict() ? all.keySet().stream() : Stream.of();
  }

  /**
   * Finds out who sends a request, as far as a rule asks.
   *
   * @return false if somebody must be signed in and is not
   * @throws dev.covet.api.Unauthorized if credentials do not hold
   * @throws Forbidden if who is signed in lacks a scope
   */
  boolean check(CallerAccess rule, Request request) {
    var scope = Bind.scope(request);
    for (var each : rule.needed()) {
      if (noted(find(each, scope), request).isEmpty()) return false;
    }
    for (var each : rule.wanted()) noted(find(each, scope), request);
    var isAnybody = rule.isStrict() && rule.needed().isEmpty();
    if (isAnybody && noted(anybody(scope), request).isEmpty()) return false;
    if (!rule.scopes().isEmpty() && !isAllowed(rule, scope)) {
      throw new Forbidden(BuiltInError.FORBIDDEN.text());
    }
    return true;
  }

  /** When the first of the credentials ends that a request was let in by; empty for never. */
  public Optional<Instant> expires(Request request) {
    return all.values().stream()
        .flatMap(each -> each.expires(request))
        .min(Comparator.naturalOrder());
  }

  /** Whoever can be told from others is the sender. */
  private Optional<?> noted(Optional<?> found, Request request) {
    var isNews = request.context().principal() == null && found.isPresent();
    if (isNews && id(found.get()) != null) request.context().sentBy(found.get());
    return found;
  }

  private Optional<?> find(Class<?> principal, Scope scope) {
    var known = all.get(principal);
    return known == null ? Optional.empty() : known.find(scope);
  }

  private Optional<?> anybody(Scope scope) {
    for (var each : all.values()) {
      var found = each.find(scope);
      if (found.isPresent()) return found;
    }
    return Optional.empty();
  }

  private boolean isAllowed(CallerAccess rule, Scope scope) {
    var asked = Set.copyOf(rule.scopes());
    return asked(rule)
        .flatMap(each -> find(each, scope).stream())
        .anyMatch(each -> each instanceof Scoped has && has.scopes().containsAll(asked));
  }

  /**
   * Finds out who sends requests for which a rule holds, and whose rows these are about: the
   * principal that the rule names; if it names none, whoever is signed in.
   */
  public OwnerOf owner(CallerAccess rule) {
    var namesNone = rule.needed().isEmpty() && rule.wanted().isEmpty();
    return new Owner(namesNone ? withId(all.keySet()) : asOwners(rule));
  }

  /** Of those who may send requests of a route. */
  private final class Owner implements OwnerOf {
    private final List<KnownPrincipal<?>> asked;
    private final boolean mustBeNamed;

    Owner(List<KnownPrincipal<?>> asked) {
      this.asked = asked;
      this.mustBeNamed = withId(all.keySet()).size() > 1;
    }

    @Override
    public @Nullable Object who(RequestContext request) {
      return signedIn(request, List.of()).findFirst().orElse(null);
    }

    @Override
    public @Nullable Object id(Object principal) {
      return Callers.this.id(principal);
    }

    @Override
    public void seek(RequestContext request) {
      signedIn(request, List.of()).forEach(_ -> {});
    }

    /**
     * Whose rows a request is about.
     *
     * @throws IllegalStateException if it is over: who kept something of it may be another
     */
    @Override
    public @Nullable Object find(RequestContext request, List<Class<?>> owners) {
      var scope = request.scope();
      if (scope != null && scope.isClosed()) {
        throw new IllegalStateException(
            "A Session was kept after the end of its request, whose rows it is about. Ask for one"
                + " of the request at hand, or use db.unscoped().");
      }
      var found = signedIn(request, owners).toList();
      if (found.size() > 1) {
        throw new IllegalStateException(
            "The route " + unclear(found.stream().map(Object::getClass)));
      }
      if (owners.isEmpty() && mustBeNamed) {
        throw new IllegalStateException(
            "These rows have an @Owner that names nobody, and two principals have an @Id.");
      }
      return found.isEmpty() ? null : id(found.getFirst());
    }

    private Stream<?> signedIn(RequestContext request, List<Class<?>> owners) {
      var scope = request.scope();
      return scope == null
          ? Stream.of()
          : asked.stream()
              .filter(each -> each.isAmong(owners))
              .flatMap(each -> each.find(scope).stream());
    }
  }

  /** What the {@code @Id} of a principal holds; null if it has none. */
  private @Nullable Object id(Object principal) {
    var known = all.get(principal.getClass());
    return known == null ? principal : known.id(principal);
  }

  /**
   * Keeps pages of other sites from what browsers add by themselves: the cookies that providers of
   * the program read. What plugins read is for them to keep.
   */
  public Optional<CrossSite> crossSite() {
    var cookies = all.values().stream().flatMap(KnownPrincipal::ownCookies).toList();
    return cookies.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CrossSite(request -> cookies.stream().anyMatch(it -> it.isIn(request)), Set.of()));
  }

  /** The other hosts that pages of the documents ask for tokens. */
  public List<String> origins() {
    return all.values().stream()
        .flatMap(KnownPrincipal::signIns)
        .flatMap(List::stream)
        .flatMap(SecurityScheme::origins)
        .distinct()
        .toList();
  }

  /**
   * The ways to sign in that a rule asks for, each with all credentials that it takes; if it names
   * no principal, those of all.
   */
  public List<List<SecurityScheme>> signIns(CallerAccess rule) {
    var types = rule.needed().isEmpty() ? rule.wanted() : rule.needed();
    var asked = types.isEmpty() ? all.keySet() : types;
    return asked.stream()
        .flatMap(each -> Stream.ofNullable(all.get(each)))
        .flatMap(KnownPrincipal::signIns)
        .distinct()
        .toList();
  }
}

package dev.covet.processor.check;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Principals;
import dev.covet.processor.model.Providers;
import dev.covet.processor.model.route.HttpMethod;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.route.RoutesModel;
import dev.covet.processor.model.route.UseModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules for what {@code @CacheControl} says: what caches know (RFC 9111, 5.2.2), and may keep. */
final class CacheChecks {
  private static final TypeName CACHE_HEADERS =
      new TypeName("dev.covet.web.middleware", "CacheHeaders");

  private static final Set<String> SECONDS =
      Set.of("max-age", "s-maxage", "stale-while-revalidate", "stale-if-error");
  private static final Set<String> FIELDS = Set.of("private", "no-cache");
  private static final Set<String> BARE =
      Set.of(
          "public",
          "no-store",
          "no-transform",
          "must-revalidate",
          "proxy-revalidate",
          "must-understand",
          "immutable");

  /** What says that an answer is kept. */
  private static final Set<String> KEEPING =
      Set.of(
          "public", "immutable", "max-age", "s-maxage", "stale-while-revalidate", "stale-if-error");

  /** What says that a cache in front of the app keeps it, for everyone. */
  private static final Set<String> SHARING = Set.of("public", "s-maxage");

  private static final Pattern PART = Pattern.compile("(?:[^,\"]|\"[^\"]*\"?)+");

  private final CompilationModel model;
  private final Principals principals;
  private final Providers providers;

  CacheChecks(CompilationModel model) {
    this.model = model;
    this.principals = new Principals(model);
    this.providers = new Providers(model);
  }

  Stream<Finding> findings() {
    return model.declared().served().flatMap(this::of);
  }

  private Stream<Finding> of(RouteModel route) {
    var uses = route.rules().uses().stream().filter(each -> each.of(CACHE_HEADERS)).toList();
    var wrong = uses.stream().flatMap(each -> words(each).stream()).toList();
    return uses.isEmpty() || !wrong.isEmpty()
        ? wrong.stream()
        : kept(route, uses.getLast()).stream(); // what the method says wins
  }

  /** What a directive is called, and its value if it has one. */
  private record Directive(String name, Optional<String> value) {
    static List<Directive> of(String value) {
      return PART.matcher(value).results().map(MatchResult::group).map(Directive::one).toList();
    }

    private static Directive one(String part) {
      var sides = part.strip().split("=", 2);
      return new Directive(
          sides[0].toLowerCase(Locale.ROOT),
          sides.length == 1 ? Optional.empty() : Optional.of(sides[1]));
    }

    boolean isKnown() {
      return Stream.of(SECONDS, FIELDS, BARE).anyMatch(each -> each.contains(name));
    }

    boolean isRight() {
      if (SECONDS.contains(name)) return value.filter(it -> it.matches("\\d{1,10}")).isPresent();
      return value.isEmpty() || FIELDS.contains(name) && value.get().matches("\"[^\"]+\"");
    }

    boolean isKeeping() {
      return KEEPING.contains(name) && !value.equals(Optional.of("0"));
    }
  }

  private static Optional<Finding> words(UseModel use) {
    var all = Directive.of(use.says());
    var names = all.stream().map(Directive::name).toList();
    return Stream.of(
            all.isEmpty() ? Stream.of(unknown(use, "")) : Stream.<Finding>of(),
            all.stream().filter(it -> !it.isKnown()).map(it -> unknown(use, it.name())),
            all.stream().filter(it -> !it.isRight()).map(it -> badValue(use, it)),
            names.stream()
                .filter(it -> names.indexOf(it) != names.lastIndexOf(it))
                .map(it -> finding(use, it + " stands there twice.", "Keep one of both.")),
            all.stream().filter(Directive::isKeeping).flatMap(it -> against(use, it, names)))
        .flatMap(Function.identity())
        .findFirst();
  }

  private static Finding unknown(UseModel use, String name) {
    return finding(
        use,
        "\"%s\" is nothing that caches know.".formatted(name),
        "Write directives with commas between them, such as public, max-age=60; others are set by the"
            + " handler.");
  }

  private static Finding badValue(UseModel use, Directive directive) {
    return SECONDS.contains(directive.name())
        ? finding(
            use,
            directive.name() + " needs a number of seconds.",
            "Write %s=60.".formatted(directive.name()))
        : finding(
            use,
            "%s has no value \"%s\".".formatted(directive.name(), directive.value().orElse("")),
            "Write %s alone.".formatted(directive.name()));
  }

  /** What forbids that which a directive allows; unless caches must understand first. */
  private static Stream<Finding> against(UseModel use, Directive keeping, List<String> names) {
    var against =
        names.contains("no-store") && !names.contains("must-understand")
            ? Optional.of("no-store")
            : Optional.of("private")
                .filter(it -> names.contains(it) && SHARING.contains(keeping.name()));
    return against.stream()
        .map(it ->
            finding(
                use,
                "%s says the opposite of %s.".formatted(keeping.name(), it),
                "Keep one of both."));
  }

  private Optional<Finding> kept(RouteModel route, UseModel use) {
    var keeping =
        Directive.of(use.says()).stream()
            .filter(Directive::isKeeping)
            .map(Directive::name)
            .toList();
    if (!keeping.isEmpty() && route.http().method() != HttpMethod.GET) {
      return Optional.of(
          finding(
              use,
              "%s writes, so that no cache keeps what it answers."
                  .formatted(RouteChecks.label(route)),
              "Remove @CacheControl, or say no-store."));
    }
    return keeping.stream()
        .filter(SHARING::contains)
        .findFirst()
        .flatMap(it -> asked(route).map(who -> shared(route, use, it, who)));
  }

  private static Finding shared(RouteModel route, UseModel use, String says, String who) {
    return finding(
        use,
        "%s %s, and %s lets a cache hand its answer to anyone."
            .formatted(RouteChecks.label(route), who, says),
        "Say private, with max-age; or give everyone the same, without asking who it is.");
  }

  /** Why a route does not answer everyone the same, if it does not. */
  private Optional<String> asked(RouteModel route) {
    if (route.rules().callers().isStrict()) return Optional.of("is for who is signed in");
    var own =
        Stream.concat(principals.needed(route).stream(), principals.wanted(route).stream())
            .map(each -> "asks for " + each.simple());
    return Stream.concat(own, guarded(route)).findFirst();
  }

  private Stream<String> guarded(RouteModel route) {
    return route.rules().guards().stream()
        .filter(guard ->
            model.declared().guard(guard.guard()).stream()
                .flatMap(RoutesModel::read)
                .flatMap(each -> Stream.concat(Stream.of(each), providers.readBy(each)))
                .anyMatch(each ->
                    each.source() == ValueSource.HEADER
                        || each.source() == ValueSource.COOKIE
                        || principals.of(each).isPresent()))
        .map(each -> "is guarded by " + each.guard().simple());
  }

  private static Finding finding(UseModel use, String wrong, String right) {
    return new Finding(
        Code.CACHE_CONTROL,
        use.where(),
        "@CacheControl(\"%s\"): ".formatted(use.says()) + wrong,
        right);
  }
}

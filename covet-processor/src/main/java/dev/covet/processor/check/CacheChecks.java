package dev.covet.processor.check;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Input;
import dev.covet.processor.model.Principals;
import dev.covet.processor.model.Providers;
import dev.covet.processor.model.route.CacheDirectives;
import dev.covet.processor.model.route.HttpMethod;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.route.RoutesModel;
import dev.covet.processor.model.route.UseModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueSource;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules for what {@code @CacheControl} says: what caches know (RFC 9111, 5.2.2), and may keep. */
final class CacheChecks {
  private static final TypeName CACHE_HEADERS =
      new TypeName("dev.covet.web.middleware", "CacheHeaders");

  /** What caches know, immutable and the like included (RFC 5861, 8246). */
  private static final Pattern KNOWN =
      Pattern.compile(
          "(?:max-age|s-maxage|stale-while-revalidate|stale-if-error)=\\d{1,10}"
              + "|(?:private|no-cache)(?:=\"[^\"]+\")?|public|immutable|no-store|no-transform"
              + "|must-revalidate|proxy-revalidate|must-understand");

  /** What says that a cache in front of the app keeps it, for everyone. */
  private static final Pattern SHARING = Pattern.compile("public|s-maxage=0*[1-9]\\d*");

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

  private static Optional<Finding> words(UseModel use) {
    var directives = CacheDirectives.of(use.says());
    var said = directives.all();
    var unknown = said.stream().filter(each -> !KNOWN.matcher(each).matches()).findFirst();
    if (unknown.isPresent()) {
      return unknown.map(each ->
          finding(
              use,
              "\"%s\" is nothing that caches know.".formatted(each),
              "Write directives with commas between them, such as private, max-age=60; the"
                  + " handler may set others."));
    }
    var names = said.stream().map(each -> each.replaceFirst("=.*", "")).toList();
    var twice = names.stream().filter(each -> Collections.frequency(names, each) > 1).findFirst();
    if (twice.isPresent()) {
      return twice.map(each -> finding(use, each + " is there twice.", "Keep one of both."));
    }
    if (names.contains("no-store") && !names.contains("must-understand")) { // RFC 9111, 5.2.2.3
      return directives.keeping().map(each -> against(use, each, "no-store"));
    }
    return said.stream()
        .filter(each -> names.contains("private") && SHARING.matcher(each).matches())
        .map(each -> against(use, each, "private"))
        .findFirst();
  }

  private static Finding against(UseModel use, String allows, String forbids) {
    return finding(
        use, "%s says the opposite of %s.".formatted(allows, forbids), "Keep one of both.");
  }

  private Optional<Finding> kept(RouteModel route, UseModel use) {
    if (!use.made()) return Optional.empty();
    var directives = CacheDirectives.of(use.says());
    if (directives.keeping().isEmpty()) return Optional.empty();
    if (route.http().method() != HttpMethod.GET) {
      return Optional.of(
          finding(
              use,
              "%s writes, so that no cache keeps what it answers."
                  .formatted(RouteChecks.label(route)),
              "Remove @CacheControl, or say no-store."));
    }
    return directives.all().contains("private")
        ? Optional.empty()
        : asked(route).map(who -> shared(route, use, who, directives));
  }

  private static Finding shared(
      RouteModel route, UseModel use, String who, CacheDirectives directives) {
    return finding(
        use,
        "%s %s, and %s lets a cache hand its answer to anyone."
            .formatted(RouteChecks.label(route), who, directives.keeping().orElse("")),
        use.where().member().isEmpty()
            ? "Say @CacheControl(\"private, max-age=60\") on that method."
            : "Say private, with max-age; or give everyone the same, without asking who it is.");
  }

  /** Why a route does not answer everyone the same, if it does not. */
  private Optional<String> asked(RouteModel route) {
    if (route.rules().callers().isStrict()) return Optional.of("is for who is signed in");
    var own =
        Stream.concat(principals.needed(route).stream(), principals.wanted(route).stream())
            .map(each -> "asks for " + each.simple());
    var read =
        route.parameters().stream()
            .filter(each -> isPersonal(each, "Authorization"::equalsIgnoreCase))
            .map(each -> "takes \"%s\", which tells clients apart".formatted(each.name()));
    var guarded =
        route.rules().guards().stream()
            .filter(guard ->
                model.declared().guard(guard.guard()).stream()
                    .flatMap(RoutesModel::read)
                    .anyMatch(each -> isPersonal(each, _ -> true)))
            .map(each -> "is guarded by " + each.guard().simple());
    return Stream.of(own, guarded, read).flatMap(each -> each).findFirst();
  }

  /**
   * Whether a parameter tells one client from others: by a principal, a cookie or such a header.
   */
  private boolean isPersonal(ParameterModel parameter, Predicate<String> header) {
    return Stream.concat(Stream.of(parameter), providers.readBy(parameter))
        .anyMatch(each ->
            principals.of(each).isPresent()
                || Input.of(each)
                    .single(model)
                    .anyMatch(it ->
                        it.source() == ValueSource.COOKIE
                            || (it.source() == ValueSource.HEADER && header.test(it.wireName()))));
  }

  private static Finding finding(UseModel use, String wrong, String right) {
    return new Finding(
        Code.CACHE_CONTROL,
        use.where(),
        "@CacheControl(\"%s\"): ".formatted(use.says()) + wrong,
        right);
  }
}

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
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

  /** What says that an answer is kept. */
  private static final Pattern KEEPING =
      Pattern.compile("public|immutable|(?:max-age|s-maxage|stale-.*)=0*[1-9]\\d*");

  /** What says that a cache in front of the app keeps it, for everyone. */
  private static final Pattern SHARING = Pattern.compile("public|s-maxage=0*[1-9]\\d*");

  /** What the one forbids, and the other allows. */
  private static final Map<String, Pattern> AGAINST =
      Map.of("no-store", KEEPING, "private", SHARING);

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

  private static List<String> parts(UseModel use) {
    return PART.matcher(use.says().toLowerCase(Locale.ROOT))
        .results()
        .map(part -> part.group().strip())
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static List<String> parts(UseModel use, Pattern kind) {
    return parts(use).stream().filter(each -> kind.matcher(each).matches()).toList();
  }

  private static Optional<Finding> words(UseModel use) {
    var known = parts(use, KNOWN);
    var names = known.stream().map(each -> each.replaceFirst("=.*", "")).toList();
    return Stream.of(
            parts(use).stream()
                .filter(each -> !known.contains(each))
                .map(each ->
                    finding(
                        use,
                        "\"%s\" is nothing that caches know.".formatted(each),
                        "Write directives with commas between them, such as private, max-age=60; the"
                            + " handler may set others.")),
            names.stream()
                .filter(each -> names.indexOf(each) != names.lastIndexOf(each))
                .map(each -> finding(use, each + " is there twice.", "Keep one of both.")),
            AGAINST.entrySet().stream()
                .filter(each -> names.contains(each.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(each -> against(use, each.getKey(), parts(use, each.getValue()))))
        .flatMap(Function.identity())
        .findFirst();
  }

  private static Stream<Finding> against(UseModel use, String forbids, List<String> allowing) {
    return allowing.stream()
        .map(each ->
            finding(
                use, "%s says the opposite of %s.".formatted(each, forbids), "Keep one of both."));
  }

  private Optional<Finding> kept(RouteModel route, UseModel use) {
    if (!parts(use, KEEPING).isEmpty() && route.http().method() != HttpMethod.GET) {
      return Optional.of(
          finding(
              use,
              "%s writes, so that no cache keeps what it answers."
                  .formatted(RouteChecks.label(route)),
              "Remove @CacheControl, or say no-store."));
    }
    return parts(use, SHARING).stream()
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

package dev.covet.processor.check;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.route.HttpMethod;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ProtectedModel;
import dev.covet.processor.model.service.ProtectedModel.Hindrance;
import dev.covet.processor.model.service.ProtectionModel;
import dev.covet.processor.model.service.ProtectionModel.Rule;
import dev.covet.processor.model.type.TypeName;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules for what protects routes, services and clients: what it may say, and where. */
final class ProtectionChecks {
  private static final Set<HttpMethod> REPEATABLE =
      Set.of(HttpMethod.GET, HttpMethod.PUT, HttpMethod.DELETE);

  private static final TypeName IF_MATCH_REQUIRED =
      new TypeName("dev.covet.web.middleware", "IfMatchRequired");

  /** What a member may be; one that is not here is at least 1. */
  private static final Map<String, Member> MEMBERS =
      Map.of(
          "Retry", new Member("attempts", 2, 10),
          "CircuitBreaker", new Member("failurePercent", 1, 100));

  private record Member(String name, int least, int most) {
    boolean fits(int value) {
      return value >= least && value <= most;
    }
  }

  private ProtectionChecks() {}

  /** What is wrong with that of routes and of services. */
  static Stream<Finding> of(CompilationModel model) {
    var routes = model.declared().calls().flatMap(ProtectionChecks::of);
    var services =
        model.declared().shielded().stream()
            .flatMap(type -> type.methods().stream().flatMap(each -> of(type, each)));
    return Stream.concat(routes, services);
  }

  private static Stream<Finding> of(ProtectedModel type, ProtectedModel.Method method) {
    var rule = method.protection().rules().getFirst();
    var hindrance =
        type.hindrance()
            .map(each -> ofClass(rule, type, each))
            .or(() -> method.hindrance().map(each -> ofMethod(rule, method, each)));
    return rule.available() && hindrance.isPresent() ? hindrance.stream() : of(method.protection());
  }

  private static Finding ofClass(Rule rule, ProtectedModel type, Hindrance hindrance) {
    var name = type.name().simple();
    return hindrance == Hindrance.FINAL
        ? finding(
            rule,
            "@%s needs a subclass of %s, which is final.".formatted(rule.annotation(), name),
            "Remove final from the class.")
        : finding(
            rule,
            "@%s does nothing here: the app does not make %s by its constructor."
                .formatted(rule.annotation(), name),
            "Put @Provides on the class; or use Breakers around the call.");
  }

  private static Finding ofMethod(Rule rule, ProtectedModel.Method method, Hindrance hindrance) {
    var is =
        hindrance == Hindrance.GENERIC
            ? "has type parameters"
            : "is " + hindrance.name().toLowerCase(Locale.ROOT);
    return finding(
        rule,
        "%s(...) %s, so that no subclass overrides it: @%s does nothing."
            .formatted(method.name(), is, rule.annotation()),
        "Put it on a method that can be overridden.");
  }

  private static Stream<Finding> of(RouteModel route) {
    var protection = route.rules().protection();
    return Stream.of(
            of(protection),
            protection.rules().stream().flatMap(each -> misused(route, protection, each)),
            blind(route))
        .flatMap(Function.identity());
  }

  /** A route that asks which state a client has seen, and does not look at what it says. */
  private static Stream<Finding> blind(RouteModel route) {
    if (route.parameters().stream().noneMatch(ProtectionChecks::isIfMatch)) {
      return route.rules().uses().stream()
          .filter(each -> each.of(IF_MATCH_REQUIRED))
          .map(_ ->
              finding(
                  route,
                  "is @Conditional, and does not look at If-Match: it writes over any state.",
                  "Take IfMatch, and give its version() to db.update, db.replace or db.delete."));
    }
    return route.parameters().stream()
        .filter(each -> isService(each) && route.http().method() == HttpMethod.GET)
        .map(_ ->
            finding(
                route,
                "takes IfMatch, which only those send who write: all others would get a 428.",
                "Remove it; what reads is @Conditional without it."));
  }

  private static Finding finding(RouteModel route, String wrong, String right) {
    return new Finding(
        Code.PROTECTION, route.where(), RouteChecks.label(route) + " " + wrong, right);
  }

  private static boolean isService(ParameterModel parameter) {
    return parameter.key().type().equals("dev.covet.web.http.IfMatch");
  }

  private static boolean isIfMatch(ParameterModel parameter) {
    return isService(parameter) || parameter.wireName().equalsIgnoreCase("If-Match");
  }

  /** What is wrong with it wherever it stands. */
  static Stream<Finding> of(ProtectionModel protection) {
    return protection.rules().stream()
        .flatMap(each ->
            each.available()
                ? values(each)
                : Stream.of(
                    finding(
                        each,
                        "@%s does nothing without %s.".formatted(each.annotation(), library(each)),
                        "Add the dependency dev.covet:%s.".formatted(library(each)))));
  }

  private static String library(Rule rule) {
    return rule.annotation().equals("Idempotent") ? "covet-idempotency" : "covet-resilience";
  }

  private static Stream<Finding> values(Rule rule) {
    var first = MEMBERS.getOrDefault(rule.annotation(), new Member("", 1, Integer.MAX_VALUE));
    return IntStream.range(0, rule.values().size())
        .filter(i -> i == 0 ? !first.fits(rule.values().get(0)) : rule.values().get(i) < 1)
        .mapToObj(i -> value(rule, i, first))
        .limit(1);
  }

  private static Finding value(Rule rule, int place, Member first) {
    var value = rule.values().get(place);
    return place == 0 && !first.name().isEmpty()
        ? finding(
            rule,
            "%s of @%s is %s.".formatted(first.name(), rule.annotation(), value),
            "Say %s to %s.".formatted(first.least(), first.most()))
        : finding(
            rule, "@%s says %s.".formatted(rule.annotation(), value), "Say a number from 1 on.");
  }

  private static Stream<Finding> misused(RouteModel route, ProtectionModel all, Rule rule) {
    var method = route.http().method();
    return switch (rule.annotation()) {
      case "Retry" ->
          REPEATABLE.contains(method) || all.has("Idempotent")
              ? Stream.of()
              : Stream.of(
                  finding(
                      rule,
                      "%s may do its work twice: a %s is not safe to repeat."
                          .formatted(RouteChecks.label(route), method),
                      "Add @Idempotent, by which it is done once; or remove @Retry."));
      case "CircuitBreaker" ->
          route.isWebhook()
              ? Stream.of(
                  finding(
                      rule,
                      "%s(...) would be refused at all addresses because it fails at one."
                          .formatted(route.javaName()),
                      "Remove @CircuitBreaker; @Deadline and @Bulkhead limit what one address costs."))
              : Stream.of();
      case "Idempotent" ->
          method == HttpMethod.GET && rule.available()
              ? Stream.of(
                  finding(
                      rule,
                      "%s changes nothing, so that nobody needs a key to repeat it."
                          .formatted(RouteChecks.label(route)),
                      "Remove @Idempotent."))
              : Stream.of();
      default -> Stream.of();
    };
  }

  private static Finding finding(Rule rule, String wrong, String right) {
    return new Finding(Code.PROTECTION, rule.where(), wrong, right);
  }
}

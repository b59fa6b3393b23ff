package dev.covet.processor.check;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Principals;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ProviderModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueSource;
import java.util.Set;
import java.util.stream.Stream;

/** Rules for who may call routes, and for what finds out who does. */
final class CallerChecks {
  /** What a provider of a principal may read: what a client sends with every request. */
  private static final Set<ValueSource> CREDENTIALS =
      Set.of(
          ValueSource.HEADER,
          ValueSource.COOKIE,
          ValueSource.QUERY,
          ValueSource.PROVIDED,
          ValueSource.QUALIFIER);

  private final CompilationModel model;
  private final Principals principals;

  CallerChecks(CompilationModel model) {
    this.model = model;
    this.principals = new Principals(model);
  }

  Stream<Finding> findings() {
    return Stream.concat(
        model.declared().served().flatMap(this::route),
        model.declared().providers().stream().filter(principals::isMadeBy).flatMap(this::provider));
  }

  private Stream<Finding> route(RouteModel route) {
    if (!route.rules().callers().byItself()) return Stream.of();
    if (route.rules().callers().isStrict()) {
      return Stream.of(isBoth(route, "says that somebody must be signed in", "Keep one of both."));
    }
    return principals.needed(route).stream()
        .map(TypeName::simple)
        .map(each ->
            isBoth(
                route, "needs " + each, "Take Optional<%s>, or remove @Public.".formatted(each)));
  }

  private static Finding isBoth(RouteModel route, String what, String remedy) {
    return new Finding(
        Code.CALLERS,
        route.where().at("dev.covet.api.Public"),
        "%s says @Public, and %s.".formatted(RouteChecks.label(route), what),
        remedy);
  }

  private Stream<Finding> provider(ProviderModel provider) {
    var name = ServiceChecks.shown(provider);
    if (!provider.requestScoped()) {
      return Stream.of(
          new Finding(
              Code.PRINCIPAL,
              provider.where(),
              name + " says who sends a request, but is asked once for the whole app.",
              "Say @Provides(REQUEST)."));
    }
    var elsewhere =
        principals.here().noneMatch(each -> each.qualified().equals(provider.key().type()));
    return elsewhere
        ? Stream.of(
            new Finding(
                Code.PRINCIPAL,
                provider.where(),
                name + " gives a principal of another project, which does not know of it.",
                "Put both into one project."))
        : provider.parameters().stream()
            .filter(each -> !CREDENTIALS.contains(each.source()))
            .map(CallerChecks::noCredential);
  }

  private static Finding noCredential(ParameterModel parameter) {
    return new Finding(
        Code.PRINCIPAL,
        parameter.where(),
        "\"%s\" is of the %s, but who sends a request is known before that is read."
            .formatted(parameter.name(), parameter.source().word()),
        "Take a header, a cookie, a value of the query, or a record with @Settings.");
  }
}

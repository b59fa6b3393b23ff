package dev.covet.processor.check;

import dev.covet.processor.check.table.RepositoryChecks;
import dev.covet.processor.check.value.TypeChecks;
import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Principals;
import dev.covet.processor.model.Providers;
import dev.covet.processor.model.Repositories;
import dev.covet.processor.model.route.HookModel;
import dev.covet.processor.model.route.ResultModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.route.RoutePath;
import dev.covet.processor.model.route.RoutesModel;
import dev.covet.processor.model.route.UseModel;
import dev.covet.processor.model.service.KeyModel;
import dev.covet.processor.model.service.Made;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ProviderModel;
import dev.covet.processor.model.source.SourcesModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueSource;
import dev.covet.processor.model.type.Where;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rules for services, as far as one compilation knows them: who provides them, and that what is
 * made once for the app asks for nothing of a request. What plugins and other jars bring is known
 * at start.
 */
final class ServiceChecks {
  private static final KeyModel REQUEST = KeyModel.of("dev.covet.web.http.Request");

  private final CompilationModel model;
  private final SourcesModel sources;
  private final Providers providers;
  private final Principals principals;
  private final RepositoryChecks repositories;

  ServiceChecks(CompilationModel model, SourcesModel sources) {
    this.model = model;
    this.sources = sources;
    this.providers = new Providers(model);
    this.principals = new Principals(model);
    this.repositories = new RepositoryChecks(model);
  }

  Stream<Finding> findings() {
    var declared = model.declared();
    return Stream.concat(
        Stream.concat(declared.routes().stream(), declared.guards().stream()).flatMap(this::routes),
        declared.providers().stream().flatMap(this::provider));
  }

  private Stream<Finding> routes(RoutesModel routes) {
    var isOfRequest = routes.kind() != Made.Kind.PART && isOfRequest(routes);
    return Stream.of(
            isOfRequest
                ? Stream.of(ofRequest(routes))
                : routes.constructor().stream().flatMap(each -> constructor(routes, each)),
            routes.allUses().flatMap(this::use),
            routes.routes().stream().flatMap(this::route),
            routes.hooks().stream().flatMap(this::hook))
        .flatMap(findings -> findings);
  }

  /** A middleware that takes an annotation is given the one that leads to it. */
  private Stream<Finding> use(UseModel use) {
    var read = providers.making(use.middleware()).flatMap(ProviderModel::reads);
    return use.gives(read) ? Stream.of() : read.stream().map(each -> notGiven(use, each));
  }

  private static Finding notGiven(UseModel use, ParameterModel read) {
    var annotation = TypeChecks.shown(read.key().type());
    return new Finding(
        Code.NO_MIDDLEWARE,
        use.where(),
        "%s takes @%s, which does not name it here."
            .formatted(use.middleware().simple(), annotation),
        "Put @%s here, whose declaration says @Use(%s.class)."
            .formatted(annotation, use.middleware().simple()));
  }

  /** Made once for the app, unless it has hooks alone and says {@code @Provides(REQUEST)}. */
  private Stream<Finding> constructor(RoutesModel routes, ParameterModel parameter) {
    var name = routes.name().simple();
    return isOfRequest(routes)
        ? outside(name + " has hooks, which run", parameter)
        : appWide(name, parameter);
  }

  private boolean isOfRequest(RoutesModel routes) {
    return providers.making(routes.name()).filter(ProviderModel::requestScoped).isPresent();
  }

  private static Finding ofRequest(RoutesModel routes) {
    var name = routes.name().simple();
    return new Finding(
        Code.OF_REQUEST,
        Where.of(routes.name()).at("dev.covet.api.Provides"),
        "%s %s, so it is made once for the app, but says @Provides(REQUEST)."
            .formatted(name, routes.kind() == Made.Kind.ROUTES ? "has routes" : "is a guard"),
        "Remove REQUEST, and take in each method what is of a request.");
  }

  private Stream<Finding> provider(ProviderModel provider) {
    var qualifier = provider.reads();
    return provider.parameters().stream()
        .filter(each -> !qualifier.equals(Optional.of(each)))
        .flatMap(each -> provider.requestScoped() ? nobody(each) : appWide(shown(provider), each))
        .filter(each -> each.code() != Code.NO_PROVIDER || isAsked(provider));
  }

  /** A middleware that no {@code @Use} names may be made by hand, so that nothing must be there. */
  private boolean isAsked(ProviderModel provider) {
    return !provider.middleware()
        || model.declared().routes().stream()
            .flatMap(RoutesModel::allUses)
            .anyMatch(each -> each.of(provider.owner()));
  }

  private Stream<Finding> route(RouteModel route) {
    if (route.isGuard()) {
      return route.parameters().stream()
          .filter(each -> each.source() != ValueSource.QUALIFIER)
          .flatMap(this::nobody);
    }
    return route.parameters().stream()
        .flatMap(each -> Stream.concat(nobody(each), noPathValue(route, each)));
  }

  private Stream<Finding> appWide(String asker, ParameterModel parameter) {
    var ofRequest =
        isOfRequest(parameter)
            || principals.of(parameter).isPresent()
            || providers
                .of(parameter)
                .map(ProviderModel::requestScoped)
                .orElseGet(() -> repositories.isOfRequest(parameter));
    return ofRequest
        ? Stream.of(ofRequest(asker + " is made once for the app", parameter))
        : nobody(parameter);
  }

  /** A hook has services of its own, but there is no request that they could read. */
  private Stream<Finding> hook(HookModel hook) {
    return hook.parameters().stream()
        .flatMap(each -> outside(hook.javaName() + "(...) runs", each));
  }

  private Stream<Finding> outside(String what, ParameterModel parameter) {
    return readsRequest(parameter)
        ? Stream.of(ofRequest(what + " outside of requests", parameter))
        : nobody(parameter);
  }

  private boolean readsRequest(ParameterModel parameter) {
    return isOfRequest(parameter)
        || principals.of(parameter).isPresent()
        || providers.readBy(parameter).anyMatch(ServiceChecks::isOfRequest);
  }

  private static boolean isOfRequest(ParameterModel parameter) {
    return parameter.source() != ValueSource.QUALIFIER
        && !(parameter.value().type() instanceof TypeModel.Unresolved)
        && (parameter.source() != ValueSource.PROVIDED || parameter.key().same(REQUEST));
  }

  private static Finding ofRequest(String asker, ParameterModel parameter) {
    var isBody = parameter.source() == ValueSource.BODY;
    return new Finding(
        Code.OF_REQUEST,
        parameter.where(),
        "%s, but \"%s\" is %s.".formatted(asker, parameter.name(), origin(parameter)),
        isBody
            ? "If it is a service, put @Provided on it or on its type; else take it in the handler."
            : "Take it in the handler, or in a provider with @Provides(REQUEST).");
  }

  private static String origin(ParameterModel parameter) {
    return switch (parameter.source()) {
      case PROVIDED, QUALIFIER, ADDRESS, SOCKET -> "of a request";
      case BODY -> "the body of a request";
      case PATH, QUERY, HEADER, COOKIE, FORM ->
          "of the " + parameter.source().name().toLowerCase(Locale.ROOT) + " of a request";
    };
  }

  /** Only of the project's own types is it known that nobody else provides them. */
  private Stream<Finding> nobody(ParameterModel parameter) {
    if (parameter.source() == ValueSource.QUALIFIER) return Stream.of(nobodyAsks(parameter));
    if (Repositories.isAsked(parameter) && providers.of(parameter).isEmpty()) {
      return repositories.nobody(parameter);
    }
    var known =
        parameter.source() != ValueSource.PROVIDED
            || !parameter.key().fromPlugin().isEmpty()
            || providers.of(parameter).isPresent()
            || isSettings(parameter.value().type())
            || isMisplaced(parameter.key())
            || isAnswered(parameter.value().type());
    return known || !isHere(parameter.value().type())
        ? Stream.of()
        : Stream.of(nobodyProvides(parameter));
  }

  private static Finding nobodyAsks(ParameterModel parameter) {
    return new Finding(
        Code.NO_PROVIDER,
        parameter.where(),
        "\"%s\" is a qualifier, which one parameter of a provider may read and nothing else."
            .formatted(parameter.name()),
        "Put it on a parameter: it tells one service from others of its type.");
  }

  private boolean isHere(TypeModel type) {
    return isNeverProvided(type) || type.classes().stream().anyMatch(sources.asked()::contains);
  }

  private static boolean isNeverProvided(TypeModel type) {
    return switch (type) {
      case TypeModel.Other(var source, var _) -> source.endsWith("[]");
      case TypeModel.ManyOf(var form, var _) when form == TypeModel.Form.ARRAY -> true;
      case TypeModel.Scalar(var kind, var isBoxed) -> kind.primitive() && !isBoxed;
      default -> type.parts().stream().anyMatch(each -> isNeverProvided(each.type()));
    };
  }

  private boolean isSettings(TypeModel type) {
    return type instanceof TypeModel.RecordType(var name) && model.declared().isSettings(name);
  }

  /** What routes answer is data: that it has no codec is said where they do. */
  private boolean isAnswered(TypeModel type) {
    return type instanceof TypeModel.Other
        && model.declared().served().anyMatch(each -> isAnswered(type, each.result()));
  }

  private static boolean isAnswered(TypeModel type, ResultModel result) {
    return result.types().stream().anyMatch(each -> bare(each).equals(type));
  }

  private static TypeModel bare(TypeModel type) {
    return type instanceof TypeModel.ListOf(var element) ? bare(element.type()) : type;
  }

  private boolean isMisplaced(KeyModel key) {
    return sources.misplaced().stream().anyMatch(each -> each.gives().equals(key.type()));
  }

  private static Finding nobodyProvides(ParameterModel parameter) {
    var type = TypeChecks.shown(parameter.value().type());
    if (type.endsWith("[]") || parameter.value().type().isSized()) {
      return new Finding(
          Code.NO_PROVIDER,
          parameter.where(),
          "\"%s\" is neither data nor a service: nobody provides %s."
              .formatted(parameter.name(), type),
          "If it is data, make the type in it a record.");
    }
    return new Finding(
        Code.NO_PROVIDER,
        parameter.where(),
        "\"%s\" is a service, and nobody provides %s.".formatted(parameter.name(), type),
        "If it is data, make %s a record. If it is a service, put @Provides on the class or on a"
                .formatted(type)
            + " static method that returns it, or @FromPlugin if a plugin brings it.");
  }

  private Stream<Finding> noPathValue(RouteModel route, ParameterModel parameter) {
    var variables = new RoutePath(route.http().template()).variables();
    return Stream.concat(Stream.of(parameter), providers.readBy(parameter))
        .filter(each -> each.source() == ValueSource.PATH && isScalar(each.value().type()))
        .map(ParameterModel::wireName)
        .filter(name -> !variables.contains(name))
        .distinct()
        .map(name -> noPathValue(route, parameter, name));
  }

  /** Anything else is no value of a path, which is said of it instead. */
  private static boolean isScalar(TypeModel type) {
    return type instanceof TypeModel.Scalar || type instanceof TypeModel.EnumType;
  }

  private static Finding noPathValue(RouteModel route, ParameterModel parameter, String name) {
    var reader =
        parameter.source() == ValueSource.PATH ? "" : ", which what provides it takes from there";
    return new Finding(
        Code.NO_PATH_VALUE,
        parameter.where(),
        "%s has no path value \"%s\" for \"%s\"%s."
            .formatted(RouteChecks.label(route), name, parameter.name(), reader),
        "Put {%s} into the path, or take the value from elsewhere.".formatted(name));
  }

  /** A provider as messages call it: {@code Store}, {@code Wiring.mailer}. */
  static String shown(ProviderModel provider) {
    TypeName owner = provider.owner();
    return provider.method().map(each -> owner.simple() + "." + each).orElse(owner.simple());
  }
}

package dev.covet.processor.emit.routes;

import dev.covet.processor.emit.bind.Constants;
import dev.covet.processor.emit.services.MakingCode;
import dev.covet.processor.emit.services.ProtectionCode;
import dev.covet.processor.emit.services.Services;
import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.Names;
import dev.covet.processor.emit.text.SourceText;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CodecNeeds;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Providers;
import dev.covet.processor.model.route.GuardModel;
import dev.covet.processor.model.route.HookModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.route.RoutesModel;
import dev.covet.processor.model.route.UseModel;
import dev.covet.processor.model.service.Made;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ProviderModel;
import dev.covet.processor.model.service.ThrownModel;
import dev.covet.processor.model.type.DefaultModel;
import dev.covet.processor.model.type.TypeModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes {@code HeroesRoutes}, the routes and hooks of a class, or {@code SeedingPart} of one that
 * has hooks alone.
 */
public final class RoutesEmitter {
  private static final String CLASS =
      """
      %1$s
      public final class %2$s implements `dev.covet.gen.AddedPart` {
        %3$s

        @`Override`
        public `java.util.List`<`dev.covet.schema.Operation`> operations() {
          return `java.util.List`.of(%4$s);
        }

        @`Override`
        public `java.util.List`<`dev.covet.web.route.Route`> routes(`dev.covet.base.inject.Wiring` wiring, `dev.covet.web.bind.Bodies` bodies) {
          %5$s
        }

        %6$s
      }
      """;

  private static final String HOOKS =
      """
      @`Override`
      public `java.util.List`<`dev.covet.gen.Hook`> %s(`dev.covet.base.inject.Wiring` wiring) {
        %s
        return `java.util.List`.of(%s);
      }
      """;

  private final CompilationModel model;
  private final RoutesModel routes;
  private final Constants constants;
  private final Services services;
  private final Providers providers;
  private final String provider;
  private final String target;
  private final List<Part> parts = new ArrayList<>();

  /** One route with all that is written for it. */
  private record Part(
      RouteModel route, HandlerCode handler, OperationCode operation, String operationName) {}

  public RoutesEmitter(CompilationModel model, RoutesModel routes) {
    this.model = model;
    this.routes = routes;
    this.constants = new Constants(model);
    this.services = new Services(model);
    this.providers = new Providers(model);
    this.target =
        new Names(List.of("wiring", "bodies", "scope"))
            .fresh(Literals.decapitalized(routes.name().simple()));
    this.provider = needsTarget() ? new TargetCode(model, routes, constants).provider() : "";
    var records = new HandlerNames(model, routes);
    var told = new HashSet<String>();
    for (var route : routes.routes()) {
      var name = records.of(route);
      parts.add(
          new Part(
              route,
              new HandlerCode(model, routes.name(), route, name, constants),
              new OperationCode(model, routes.name(), route, tellsTag(route, told)),
              records.operation(route)));
    }
  }

  /** Whether a route is the first that tells what its tag means. */
  static boolean tellsTag(RouteModel route, Set<String> told) {
    var rules = route.rules();
    return !rules.hidden() && !rules.tagText().isEmpty() && told.add(rules.tag());
  }

  /** The class. */
  public GeneratedSource emit() {
    var name = routes.generated();
    var members = new ArrayList<>(Stream.of(HookModel.Kind.values()).map(this::hooks).toList());
    parts.stream().map(RoutesEmitter::members).forEach(members::add);
    var body =
        Template.fill(
            CLASS,
            ClassComment.of(sentence(), routes.name(), routes),
            name.nested(),
            constants.declarations(),
            Template.list(parts, each -> each.operationName() + "()"),
            wired(),
            Template.paragraphs(members));
    return SourceText.of(name, model).finish(body, List.of(routes.name().qualified()));
  }

  private String sentence() {
    var type = "{@link " + JavaCode.type(routes.name()) + "}";
    return routes.kind() == Made.Kind.PART
        ? "What " + type + " does at start and stop."
        : "The routes of " + type + ".";
  }

  private boolean needsTarget() {
    return Stream.concat(
            routes.routes().stream().map(RouteModel::isStatic),
            routes.hooks().stream().map(HookModel::isStatic))
        .anyMatch(isStatic -> !isStatic);
  }

  private static String members(Part part) {
    return Template.fill(
        """
        private static `dev.covet.schema.Operation` %s() {
          return %s;
        }

        %s
        """,
        part.operationName(),
        part.operation().expression().replace("\n", "\n  "),
        part.handler().declaration());
  }

  private String wired() {
    var lines = new ArrayList<String>();
    if (routes.routes().stream().anyMatch(each -> !each.isStatic())) {
      lines.add("var " + target + " = wiring.slot(" + provider + ");");
    }
    for (var part : parts) {
      part.route().thrown().stream()
          .filter(each -> each.kind() == ThrownModel.Kind.UNKNOWN)
          .forEach(each -> lines.add(unknown(part, each)));
    }
    lines.add(defaults());
    var all = parts.stream().map(this::route).collect(Collectors.joining(",\n    "));
    lines.add(
        all.isEmpty()
            ? "return `java.util.List`.of();"
            : "return `java.util.List`.of(\n    " + all + ");");
    return Template.lines(lines);
  }

  /** Makes the defaults of what is read that may be refused: else the first request would. */
  private String defaults() {
    var read = CodecNeeds.bodies(routes, providers, model);
    var made =
        read.stream()
            .flatMap(each -> model.find(each).stream())
            .filter(each ->
                each.components().stream()
                    .anyMatch(component ->
                        component.value().type() instanceof TypeModel.ValueClass
                            && !(component.fallback() instanceof DefaultModel.None)))
            .map(each -> JavaCode.type(each.name().generated("Codec")) + ".SCHEMA")
            .collect(Collectors.joining(", "));
    return made.isEmpty() ? "" : "`dev.covet.gen.ValueDefaults`.make(" + made + ");";
  }

  private static String unknown(Part part, ThrownModel thrown) {
    var text =
        "%s throws %s, whose status is unknown. Compile it with covet-processor."
            .formatted(part.operation().source(), thrown.type());
    return "wiring.faults().add(" + Literals.string(text) + ");";
  }

  private String route(Part part) {
    var route = part.route();
    var made =
        "`dev.covet.web.route.Route`.%s(%s, %s, %s)"
            .formatted(
                route.http().method().text().toLowerCase(Locale.ROOT),
                Literals.string(route.http().template()),
                Literals.string(part.operation().source()),
                part.handler().creation(target));
    return made + rules(route).map("\n        "::concat).collect(Collectors.joining());
  }

  private Stream<String> rules(RouteModel route) {
    var rules = new ArrayList<String>();
    var guards = route.rules().guards().stream().filter(this::isWritten).map(RoutesEmitter::guard);
    var uses =
        Stream.concat(routes.uses().stream(), route.rules().uses().stream())
            .filter(each -> each.made() && each.gives(read(each)))
            .map(this::middleware);
    var protection = ProtectionCode.route(route.rules().protection());
    var around =
        Stream.of(guards, protection, uses).flatMap(each -> each).collect(Collectors.joining(", "));
    if (!around.isEmpty()) rules.add(".inside(`java.util.List`.of(" + around + "))");
    route.rules().bodyBytesMax().ifPresent(max -> rules.add(".bodyMax(" + max + "L)"));
    if (route.rules().blocking()) rules.add(".onPool()");
    return rules.stream();
  }

  /** The annotation that the constructor of a middleware takes, if it takes one. */
  private Optional<ParameterModel> read(UseModel use) {
    return providers.making(use.middleware()).flatMap(ProviderModel::reads);
  }

  private String middleware(UseModel use) {
    if (!use.ready().isEmpty()) return use.ready();
    var name = use.middleware();
    var provider =
        providers
            .making(name)
            .map(each -> services.provided(each, use.by()))
            .orElseGet(() -> JavaCode.type(name.generated("Provider")) + "." + name.constant());
    return "`dev.covet.gen.UsedMiddleware`.of(wiring.slot(" + provider + "))";
  }

  /** Whether there is code that asks a guard, here or where it was compiled. */
  private boolean isWritten(GuardModel guard) {
    return guard.made()
        && guard.isGiven()
        && model.declared().guard(guard.guard()).stream()
            .noneMatch(each -> each.routes().isEmpty());
  }

  private static String guard(GuardModel guard) {
    return "`dev.covet.gen.UsedGuard`.of(new %s(%s), wiring)"
        .formatted(
            JavaCode.type(guard.guard().generated("Guarding")),
            guard.given().map(Services::literal).orElse(""));
  }

  private String hooks(HookModel.Kind kind) {
    var hooks = routes.hooks().stream().filter(each -> each.kind() == kind).toList();
    if (hooks.isEmpty()) return "";
    var names = new Names(List.of("wiring", "scope", target));
    var lines = new ArrayList<String>();
    if (hooks.stream().anyMatch(each -> !each.isStatic())) {
      lines.add("var " + target + " = wiring.slot(" + provider + ");");
    }
    var calls = hooks.stream().map(each -> hook(each, lines, names)).toList();
    return Template.fill(HOOKS, kind.member(), Template.lines(lines), String.join(", ", calls));
  }

  private String hook(HookModel hook, List<String> lines, Names names) {
    var arguments = new ArrayList<String>();
    for (ParameterModel each : hook.parameters()) {
      var name = names.fresh(each.name());
      lines.add(new MakingCode(services).slot(each, name));
      arguments.add(name + ".get(scope)");
    }
    var owner = hook.isStatic() ? JavaCode.type(routes.name()) : target + ".get(scope)";
    return "new `dev.covet.gen.Hook`(%s, scope -> %s.%s(%s))"
        .formatted(
            Literals.string(hook.name()), owner, hook.javaName(), String.join(", ", arguments));
  }
}

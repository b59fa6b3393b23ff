package dev.covet.app;

import dev.covet.api.Mode;
import dev.covet.app.caller.Callers;
import dev.covet.app.contract.Contract;
import dev.covet.app.contract.Hints;
import dev.covet.app.contract.KnownForms;
import dev.covet.app.contract.MappedErrors;
import dev.covet.app.contract.MiddlewareAnswers;
import dev.covet.app.contract.Offer;
import dev.covet.app.generated.CodecBodies;
import dev.covet.app.generated.FormatBody;
import dev.covet.app.generated.Generated;
import dev.covet.app.generated.KnownErrors;
import dev.covet.app.health.Health;
import dev.covet.app.health.HealthChecks;
import dev.covet.app.process.AppLoops;
import dev.covet.app.route.AddedRoute;
import dev.covet.app.route.Dispatch;
import dev.covet.app.route.Endpoint;
import dev.covet.app.route.MiddlewareChain;
import dev.covet.app.route.Mount;
import dev.covet.app.route.PlacedMiddleware;
import dev.covet.base.config.CommandLine;
import dev.covet.base.config.Config;
import dev.covet.base.config.StartFailure;
import dev.covet.base.config.StartFaults;
import dev.covet.base.inject.Container;
import dev.covet.base.json.Json;
import dev.covet.base.json.JsonLimits;
import dev.covet.base.observe.Metrics;
import dev.covet.base.problem.ProblemLimits;
import dev.covet.gen.Indexes;
import dev.covet.schema.CallerAccess;
import dev.covet.web.bind.Bodies;
import dev.covet.web.bind.SocketTerms;
import dev.covet.web.error.Envelope;
import dev.covet.web.error.ErrorBody;
import dev.covet.web.error.ErrorMapping;
import dev.covet.web.error.Faults;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.MiddlewarePlace;
import dev.covet.web.http.RequestTerms;
import dev.covet.web.route.Route;
import dev.covet.web.route.RouteTable;
import dev.covet.web.stream.SocketHandshake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One start of an app: puts together what its description names. Not thread-safe. */
final class Start {
  private final Surroundings at;
  private final Outline outline;
  private final AppLoops loops;
  private final Setup setup;
  private final Indexes indexes;
  private final ProblemLimits problemLimits;
  private final Json json;
  private final Callers callers;
  private final Container container;
  private final AddedClasses classes;

  /** Starts an app. */
  static RunningApp of(List<Piece> app, StartOptions options) {
    var faults = new StartFaults();
    var prepared = prepare(app, Surroundings.of(options, faults));
    prepared.config().refuseUnknown(CommandLine.of());
    faults.orThrow();
    try {
      prepared.open();
      return prepared;
    } catch (Throwable e) {
      prepared.close();
      throw e;
    }
  }

  /**
   * An app with everything but its services; what is wrong is among the faults.
   *
   * @throws StartFailure if a constant of generated code cannot be made; it names all faults so far
   */
  static RunningApp prepare(List<Piece> app, Surroundings at) {
    try {
      return new Start(app, at, Optional.empty()).prepared();
    } catch (ExceptionInInitializerError e) {
      if (!(e.getCause() instanceof StartFailure failure)) throw e;
      failure.faults().forEach(at.faults()::add);
      throw new StartFailure(at.faults().list());
    }
  }

  /** What there is of an app whose generated code cannot be used: plugins and settings. */
  static RunningApp withoutGenerated(List<Piece> app, Surroundings at) {
    var plugins =
        app.stream()
            .filter(piece -> piece instanceof Piece.Installed || piece instanceof Piece.Set)
            .toList();
    return new Start(plugins, at, Optional.of(Indexes.NONE)).prepared();
  }

  private Start(List<Piece> app, Surroundings at, Optional<Indexes> generated) {
    this.at = at;
    this.outline = new Outline(app, faults()::add);
    var config = at.config().and(outline.settings());
    this.indexes = generated.orElseGet(this::indexes);
    this.loops = at.outer().orElseGet(() -> newLoops(config));
    var known = new Generated(indexes, outline.types(), outline.tables());
    this.setup = new Setup(at, config, known, loops);
    outline.all(Piece.Installed.class).forEach(piece -> piece.plugin().install(setup));
    outline.all(Piece.Plain.class).forEach(p -> setup.route(p.method(), p.path(), p.handler()));
    this.problemLimits = ProblemLimits.from(config.limits());
    this.json = new Json(JsonLimits.from(config.limits()), problemLimits);
    this.callers = new Callers(known, setup.brought().signIns, faults());
    this.container = container();
    this.classes = new AddedClasses(indexes, container, callers, faults());
  }

  private StartFaults faults() {
    return at.faults();
  }

  private Config config() {
    return setup.config();
  }

  private static AppLoops newLoops(Config config) {
    var seriesMax = config.limits().count("metricSeriesMax", Metrics.SERIES_MAX);
    return new AppLoops(config, new Metrics(seriesMax));
  }

  /**
   * What was generated. Where nothing was, or does not fit together, nothing else that is wrong is
   * worth a line.
   */
  private Indexes indexes() {
    var loader = outline.loader();
    var before = faults().count();
    var found = Indexes.find(loader, faults());
    if (faults().count() == before && found.isEmpty() && !outline.types().isEmpty()) {
      faults().add(AddedClasses.unprocessed(outline.types().getFirst()));
    }
    if (faults().count() > before) faults().orThrow();
    return found;
  }

  private Container container() {
    var builder = OwnServices.of(config(), at, loops, json).limits(problemLimits);
    setup.brought().providers.forEach(builder::provide);
    callers.providers().forEach(builder::provide);
    outline
        .all(Piece.Overridden.class)
        .forEach(override -> builder.override(override.key(), override.value()));
    at.options().overrides().forEach(builder::override);
    return builder.build();
  }

  private RunningApp prepared() {
    var format = format();
    var mapping = mapping();
    var known = new KnownErrors(indexes);
    var routeFaults =
        new Faults(
            mapping,
            format.<ErrorBody>map(f -> f).orElseGet(Envelope::new),
            at.options().clock(),
            known);
    var mapped = new MappedErrors(mapping, known);
    mapped.check(faults()::add);
    var making = making();
    var places = places(making);
    var bodies = bodies().withSockets(sockets(routeFaults));
    outline.added(making).forEach(added -> classes.add(added, bodies));
    callers.wire(container, rules(), faults());
    callers.crossSite().ifPresent(each -> places.addFirst(each.place(), each));
    setup.wireRoutes(container.wiring("a route of a plugin"));
    var inner = inner();
    refuseOpen();
    var contract = contract(mapped, format, places, inner);
    var terms = terms(bodies);
    var health = health(inner);
    var endpoints =
        routes(contract, health).stream()
            .map(added -> added.around(callers, routeFaults, places.behindRoute()))
            .map(added -> added.route().answeredBy(endpoint(added, terms, routeFaults)))
            .toList();
    var apps = inner.stream().map(each -> Mount.at(each.path(), each.app())).toList();
    var dispatch =
        new Dispatch(RouteTable.of(endpoints, faults()::add), outline.mounts(apps), routeFaults);
    outline.staticFiles().forEach(each -> setup.onStart(() -> each.check(config().mode())));
    hints(contract).ifPresent(hints -> places.addFirst(MiddlewarePlace.APP, hints));
    var chain = new MiddlewareChain(routeFaults, places, terms, dispatch);
    return new RunningApp(dispatch, chain, contract, lifetimes(contract, inner, health));
  }

  private SocketTerms sockets(Faults faulting) {
    var clock = at.options().clock();
    return new SocketTerms(
        SocketHandshake.from(config()),
        faulting::response,
        request -> callers.expires(request).map(each -> Duration.between(clock.instant(), each)));
  }

  private Contract contract(
      MappedErrors mapped,
      Optional<FormatBody<?>> format,
      PlacedMiddleware places,
      List<Mounted> inner) {
    var around =
        new Contract.Around(
            places.beforeRoute(),
            places.behindRoute(),
            new MiddlewareAnswers(container, mapped::answer));
    var own = new Contract.Own(offers(mapped, format), classes.webhooks());
    var parts = inner.stream().map(Mounted::promised).toList();
    var contract = new Contract(pages(format, inner), own, parts, around);
    contract.faults().forEach(faults()::add);
    if (at.outer().isEmpty()) contract.wholeFaults().forEach(faults()::add);
    return contract;
  }

  private Outline.Making making() {
    var around = new Middleware.Surroundings(config(), faults(), loops::get, classes::made);
    return new Outline.Making(classes::middleware, each -> each.startedWith(around));
  }

  private RequestTerms terms(Bodies bodies) {
    return new RequestTerms(
        config().limits().count("bodyBytesMax", RequestTerms.NONE.bodyBytesMax()),
        Long.MAX_VALUE,
        loops.multipart(config().limits()),
        problemLimits,
        new CodecBodies(indexes, bodies),
        Set.of(),
        false,
        callers.owner(CallerAccess.NONE),
        at.options().clock(),
        loops.files(config()));
  }

  private Endpoint endpoint(AddedRoute added, RequestTerms terms, Faults faulting) {
    var owned = terms.withOwner(callers.owner(added.callers()));
    return new Endpoint(container, faulting, added, owned);
  }

  /** The app's middleware: what Covet brings, then the author's, then that of plugins. */
  private PlacedMiddleware places(Outline.Making making) {
    var places = new PlacedMiddleware();
    if (at.outer().isEmpty()) {
      MiddlewareChain.outermost(places, config(), at.options().clock(), setup.metrics());
    }
    MiddlewareChain.own(places);
    outline.middleware(making).forEach(places::add);
    setup.brought().middleware.forEach(each -> places.add(each.started(making.started())));
    outline.all(Piece.Ordered.class).forEach(each -> places.order(each.places(), faults()::add));
    return places;
  }

  private Lifetimes lifetimes(Contract contract, List<Mounted> inner, Health health) {
    var lifetimes = new Lifetimes(setup, container, classes.hooks(), at.part());
    if (at.outer().isEmpty()) lifetimes.owns(loops);
    inner.forEach(mounted -> lifetimes.holds(mounted.app()));
    lifetimes.check(contract::operations);
    lifetimes.tells(health);
    return lifetimes;
  }

  /** What the added classes offer, with what the app tells of their errors. */
  private List<Offer> offers(MappedErrors mapped, Optional<FormatBody<?>> format) {
    return classes.offers().stream()
        .map(offer -> {
          var told = mapped.in(offer.operation());
          var body = format.map(FormatBody::schema);
          return new Offer(body.map(told::failing).orElse(told), offer.middleware());
        })
        .toList();
  }

  private Contract.Pages pages(Optional<FormatBody<?>> format, List<Mounted> inner) {
    var forms = inner.stream().map(each -> each.app().contract().forms()).toList();
    OwnDocs.rule(config())
        .flatMap(callers::wrong)
        .ifPresent(why -> faults().add("DOCS=authenticated " + why));
    return new Contract.Pages(
        OwnDocs.of(outline, config(), indexes, at.outer().isPresent()),
        new KnownForms(indexes, callers, format, forms));
  }

  private Optional<FormatBody<?>> format() {
    return outline
        .last(Piece.Formatted.class)
        .flatMap(piece -> FormatBody.of(piece.format(), json, indexes, faults()));
  }

  private ErrorMapping mapping() {
    var own = outline.all(Piece.Mapped.class).map(Piece.Mapped::mapping);
    return own.reduce(ErrorMapping.NONE, ErrorMapping::plus).plus(setup.errors());
  }

  private Bodies bodies() {
    var usual = config().mode() == Mode.PRODUCTION ? "off" : "on";
    var bodies = Bodies.of(json);
    return config().setting("VALIDATE_ANSWERS").orElse(usual).asBoolean()
        ? bodies.checkingAnswers()
        : bodies;
  }

  /** Who may call the routes of this app. */
  private List<CallerAccess> rules() {
    var own = classes.offers().stream().map(each -> each.operation().callers());
    return Stream.concat(own, OwnDocs.rule(config()).stream()).toList();
  }

  private boolean refusesOpen() {
    return setup.refusesOpenRoutes() || at.refusesOpen();
  }

  private void refuseOpen() {
    var open = new OpenRoutes(outline);
    open.unknown().forEach(faults()::add);
    if (refusesOpen()) open.faults(classes.offers()).forEach(faults()::add);
  }

  /** An app in this one. */
  private record Mounted(String path, RunningApp app) {
    Contract.Inner promised() {
      return new Contract.Inner(path, app.contract());
    }
  }

  private List<Mounted> inner() {
    return outline.all(Piece.MountedApp.class).map(this::inner).toList();
  }

  private Mounted inner(Piece.MountedApp piece) {
    var path = outline.plainPath("An app is mounted", piece.path());
    var isRefusing = refusesOpen() && !new OpenRoutes(outline).opened().contains(piece.path());
    var inside = at.inside(config(), loops, path).refusingOpen(isRefusing);
    return new Mounted(path, faults().of(inside.part(), () -> prepare(piece.pieces(), inside)));
  }

  private Health health(List<Mounted> inner) {
    var settings = Health.Settings.from(config());
    var asked =
        Stream.concat(setup.brought().checks.stream(), classes.hooks().checks().stream()).toList();
    var checks =
        new HealthChecks(
            container::open,
            settings.checkTime(),
            at.options().clock(),
            Health.named(asked, faults()::add));
    var others = inner.stream().map(each -> each.app().health()).toList();
    return new Health(settings, checks, others, loops::get);
  }

  private List<AddedRoute> routes(Contract contract, Health health) {
    var routes = new ArrayList<>(classes.routes());
    setup.brought().routes.forEach(route -> routes.add(AddedRoute.of(route)));
    var taken = new HashSet<String>();
    routes.forEach(each -> taken.add(each.route().template().text()));
    var pages = contract.shown(callers.origins());
    pages.paths().stream()
        .sorted()
        .filter(path -> !taken.contains(path))
        .map(path -> AddedRoute.of(Route.get(path, RouteList.PAGES, pages)))
        .forEach(
            page -> routes.add(page.calledBy(OwnDocs.rule(config()).orElse(CallerAccess.NONE))));
    if (at.outer().isEmpty()) {
      health.routes().stream()
          .filter(route -> !taken.contains(route.template().text()))
          .forEach(route -> routes.add(AddedRoute.of(route)));
    }
    return routes;
  }

  /** What development says: the outer app for all together. */
  private Optional<Hints> hints(Contract contract) {
    if (config().mode() != Mode.DEVELOPMENT || at.outer().isPresent()) return Optional.empty();
    setup.onStart(
        () -> Hints.forgotten(indexes, outline.typesWithMounted().toList(), contract.outline()));
    if (servesNothing()) setup.onStart(Hints::empty);
    return Optional.of(new Hints(contract::operations));
  }

  private boolean servesNothing() {
    return classes.routes().isEmpty()
        && setup.brought().routes.isEmpty()
        && outline.all(Piece.Mounted.class).findAny().isEmpty()
        && outline.all(Piece.MountedApp.class).findAny().isEmpty();
  }
}
